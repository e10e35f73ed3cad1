class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:.2f}, have {have:.2f}")
        self.missing = need - have


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.log = owner, balance, []
        self.id = Account._next
        Account._next += 1

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.log.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.log.append(("withdraw", amount))
        return self

    def __str__(self):
        return f"#{self.id} {self.owner:<6}{self._balance:>10,.2f}"


class Savings(Account):
    rate = 0.05

    def interest(self, years=1):
        for y in range(1, years + 1):
            self.deposit(round(self.balance * self.rate, 2))
            yield y, self.balance


class Bank:
    def __init__(self, *accounts):
        self.accounts = {a.owner: a for a in accounts}

    def __getitem__(self, name):
        return self.accounts[name]

    def __iter__(self):
        return iter(sorted(self.accounts.values(), key=lambda a: -a.balance))

    def __len__(self):
        return len(self.accounts)

    def transfer(self, src, dst, amount):
        try:
            self[src].withdraw(amount)
            self[dst].deposit(amount)
        except InsufficientFunds as e:
            print(f"transfer failed: {e} (missing {e.missing:.2f})")
            return False
        except KeyError as e:
            print("no account", e)
            return False
        else:
            return True
        finally:
            print(f"{src}->{dst} {amount}")


bank = Bank(Account("ann", 100), Savings("bob", 1234.5), Account("cid"))
print(bank.transfer("ann", "cid", 30), bank.transfer("cid", "ann", 1e6), bank.transfer("ann", "zoe", 1))
for year, total in bank["bob"].interest(3):
    print(year, total)
for a in bank:
    print(a, a.log)
print(len(bank), bank["ann"].deposit(1).withdraw(2).balance)
try:
    bank["ann"].deposit(-5)
except ValueError as e:
    print(e)
try:
    bank["ann"].balance = 5
except AttributeError as e:
    print(e)
