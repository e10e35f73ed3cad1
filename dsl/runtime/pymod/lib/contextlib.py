from functools import wraps as _wraps
from abc import ABC as _ABC
import sys as _sys

__all__ = ["contextmanager", "closing", "nullcontext", "AbstractContextManager", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "chdir"]


class AbstractContextManager(_ABC):
    "What can stand in a with statement. By itself it gives itself, and lets exceptions pass."
    _required = ("__enter__", "__exit__")

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    "Makes instances decorators too: the function then runs as the body of a with statement."

    def _renewed(self):
        "The context for one call."
        return self

    def __call__(self, func):
        @_wraps(func)
        def within(*args, **kwds):
            context = self._renewed()
            with context:
                return func(*args, **kwds)
        return within


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    "A with statement's view of a generator: what stands before its yield is the way in, the rest the way out."
    # Messages show the name of this class, so it is the one that programs know.

    def __init__(self, start, doc):
        self._start, self._steps, self.__doc__ = start, start(), doc

    def _renewed(self):
        return _GeneratorContextManager(self._start, self.__doc__)

    def __enter__(self):
        if self._start is None:
            raise AttributeError("'_GeneratorContextManager' object has no attribute 'args'")
        self._start = None
        try:
            return next(self._steps)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def _run_out(self, complaint, step, *args):
        "Takes the last step of the generator and gives the StopIteration by which it ends; it must not yield again."
        try:
            step(*args)
        except StopIteration as end:
            return end
        with closing(self._steps):
            raise RuntimeError(complaint)

    def __exit__(self, typ, value, traceback):
        if typ is None:
            self._run_out("generator didn't stop", next, self._steps)
            return False
        thrown = typ() if value is None else value
        try:
            end = self._run_out("generator didn't stop after throw()", self._steps.throw, thrown)
        except BaseException as out:
            # A StopIteration leaves a generator as the cause of a RuntimeError: that is still what was thrown.
            wrapped = isinstance(thrown, StopIteration) and isinstance(out, RuntimeError) and out.__cause__ is thrown
            if out is thrown or wrapped:
                return False
            raise
        return end is not thrown


def contextmanager(func):
    "For generator functions with one yield: their calls become usable in with statements."
    @_wraps(func)
    def manager(*args, **kwds):
        return _GeneratorContextManager(lambda: func(*args, **kwds), func.__doc__)
    return manager


class closing(AbstractContextManager):
    "Calls close() of a thing when the with statement is over."

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class nullcontext(AbstractContextManager):
    "A context that does nothing, for where one has to stand."

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        return None


class _Swap(AbstractContextManager):
    "Puts one thing in the place of another until the with statement is over. Uses may nest, hence the pile."

    def _swap(self, current, new):
        self._pile.append(current)
        self._put(new)

    def __exit__(self, *exc_info):
        self._put(self._pile.pop())


class _Redirect(_Swap):
    def __init__(self, new_target):
        self._target, self._pile = new_target, []

    def __enter__(self):
        self._swap(getattr(_sys, self._which), self._target)
        return self._target

    def _put(self, file):
        setattr(_sys, self._which, file)


class redirect_stdout(_Redirect):
    "Sends what is printed to another file."
    _which = "stdout"


class redirect_stderr(_Redirect):
    "Sends warnings and error messages to another file."
    _which = "stderr"


class chdir(_Swap):
    "Works in another folder."

    def __init__(self, path):
        self.path, self._pile = path, []

    def __enter__(self):
        import os
        self._swap(os.getcwd(), self.path)

    def _put(self, folder):
        import os
        os.chdir(folder)


class suppress(AbstractContextManager):
    "Ends the with statement quietly when one of the given exceptions comes; from groups it takes those out."

    def __init__(self, *exceptions):
        self._quiet = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None or issubclass(exctype, self._quiet):
            return None if exctype is None else True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        loud = excinst.split(self._quiet)[1]
        if loud is not None:
            raise loud
        return True


class ExitStack(AbstractContextManager):
    "A pile of things to do at the end of a with statement, the last one first; the program decides which while it runs."

    def __init__(self):
        self._ends = []

    def _later(self, owner, leave):
        self._ends.append(lambda *about: leave(owner, *about))

    def pop_all(self):
        moved = type(self)()
        self._ends, moved._ends = moved._ends, self._ends
        return moved

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        if leave is not None:
            self._later(exit, leave)
        else:
            self._ends.append(exit)
        return exit

    def enter_context(self, cm):
        kind = type(cm)
        try:
            enter, leave = kind.__enter__, kind.__exit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the context manager protocol" % (kind.__module__, kind.__qualname__)) from None
        given = enter(cm)
        self._later(cm, leave)
        return given

    def callback(self, callback, /, *args, **kwds):
        def call(*about):
            callback(*args, **kwds)
        self._ends.append(call)
        return callback

    def __enter__(self):
        return self

    def __exit__(self, *details):
        first = pending = details[1]
        while self._ends:
            end = self._ends.pop()
            about = (None, None, None) if pending is None else (type(pending), pending, pending.__traceback__)
            try:
                if end(*about):
                    pending = None
            except BaseException as new:
                if new is not pending and new.__context__ is None:
                    new.__context__ = pending
                pending = new
        if pending is not None and pending is not first:
            raise pending
        return pending is not first

    def close(self):
        self.__exit__(None, None, None)
