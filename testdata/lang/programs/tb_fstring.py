item = {"price": "12"}
print(f"name {item['price']:>5}")
print(f"total: {item['price'] * 2} and {item['price'] + 1:.2f}")
