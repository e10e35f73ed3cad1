log = []
class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        log.append('enter')
        return self
    def __exit__(self, cls, value, tb):
        log.append(('exit', cls.__name__ if cls else None))
        return self.swallow
def show(name, f):
    del log[:]
    try:
        r = f()
    except Exception as e:
        r = (type(e).__name__, str(e), type(e.__context__).__name__, str(e.__context__))
    print(name, r, log)
def f1():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass pass pass', f1)
def f2():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass pass return', f2)
def f3():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass pass break', f3)
def f4():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass pass continue', f4)
def f5():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass pass raise', f5)
def f6():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            return 'else'
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass return pass', f6)
def f7():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            return 'else'
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass return return', f7)
def f8():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            return 'else'
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass return break', f8)
def f9():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            return 'else'
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass return continue', f9)
def f10():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            return 'else'
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass return raise', f10)
def f11():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            break
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass break pass', f11)
def f12():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            break
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass break return', f12)
def f13():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            break
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass break break', f13)
def f14():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            break
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass break continue', f14)
def f15():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            break
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass break raise', f15)
def f16():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            continue
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass continue pass', f16)
def f17():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            continue
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass continue return', f17)
def f18():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            continue
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass continue break', f18)
def f19():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            continue
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass continue continue', f19)
def f20():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            continue
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass continue raise', f20)
def f21():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            raise ValueError('else')
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass raise pass', f21)
def f22():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            raise ValueError('else')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass raise return', f22)
def f23():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            raise ValueError('else')
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass raise break', f23)
def f24():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            raise ValueError('else')
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass raise continue', f24)
def f25():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            pass
        except ValueError as e:
            log.append('handler')
            pass
        else:
            log.append('else')
            raise ValueError('else')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('pass pass raise raise', f25)
def f26():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            return 'body'
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('return pass pass pass', f26)
def f27():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            return 'body'
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('return pass pass return', f27)
def f28():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            return 'body'
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('return pass pass break', f28)
def f29():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            return 'body'
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('return pass pass continue', f29)
def f30():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            return 'body'
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('return pass pass raise', f30)
def f31():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            break
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('break pass pass pass', f31)
def f32():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            break
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('break pass pass return', f32)
def f33():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            break
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('break pass pass break', f33)
def f34():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            break
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('break pass pass continue', f34)
def f35():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            break
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('break pass pass raise', f35)
def f36():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            continue
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('continue pass pass pass', f36)
def f37():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            continue
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('continue pass pass return', f37)
def f38():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            continue
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('continue pass pass break', f38)
def f39():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            continue
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('continue pass pass continue', f39)
def f40():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            continue
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('continue pass pass raise', f40)
def f41():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise pass pass pass', f41)
def f42():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise pass pass return', f42)
def f43():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise pass pass break', f43)
def f44():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise pass pass continue', f44)
def f45():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise pass pass raise', f45)
def f46():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise return pass pass', f46)
def f47():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise return pass return', f47)
def f48():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise return pass break', f48)
def f49():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise return pass continue', f49)
def f50():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise return pass raise', f50)
def f51():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise break pass pass', f51)
def f52():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise break pass return', f52)
def f53():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise break pass break', f53)
def f54():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise break pass continue', f54)
def f55():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise break pass raise', f55)
def f56():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise continue pass pass', f56)
def f57():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise continue pass return', f57)
def f58():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise continue pass break', f58)
def f59():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise continue pass continue', f59)
def f60():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise continue pass raise', f60)
def f61():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise raise pass pass', f61)
def f62():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise raise pass return', f62)
def f63():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise raise pass break', f63)
def f64():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise raise pass continue', f64)
def f65():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise ValueError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('raise raise pass raise', f65)
def f66():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other pass pass pass', f66)
def f67():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other pass pass return', f67)
def f68():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other pass pass break', f68)
def f69():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other pass pass continue', f69)
def f70():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other pass pass raise', f70)
def f71():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other return pass pass', f71)
def f72():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other return pass return', f72)
def f73():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other return pass break', f73)
def f74():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other return pass continue', f74)
def f75():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            return 'handler'
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other return pass raise', f75)
def f76():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other break pass pass', f76)
def f77():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other break pass return', f77)
def f78():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other break pass break', f78)
def f79():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other break pass continue', f79)
def f80():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            break
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other break pass raise', f80)
def f81():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other continue pass pass', f81)
def f82():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other continue pass return', f82)
def f83():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other continue pass break', f83)
def f84():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other continue pass continue', f84)
def f85():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            continue
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other continue pass raise', f85)
def f86():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            pass
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other raise pass pass', f86)
def f87():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other raise pass return', f87)
def f88():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            break
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other raise pass break', f88)
def f89():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            continue
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other raise pass continue', f89)
def f90():
    for i in (0, 1):
        log.append(i)
        try:
            log.append('body')
            raise KeyError('body')
        except ValueError as e:
            log.append('handler')
            raise ValueError('handler')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
show('other raise pass raise', f90)
def f91():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with pass True pass', f91)
def f92():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with pass True return', f92)
def f93():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with pass True break', f93)
def f94():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with pass True continue', f94)
def f95():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with pass True raise', f95)
def f96():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with pass False pass', f96)
def f97():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with pass False return', f97)
def f98():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with pass False break', f98)
def f99():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with pass False continue', f99)
def f100():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                pass
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with pass False raise', f100)
def f101():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with return True pass', f101)
def f102():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with return True return', f102)
def f103():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with return True break', f103)
def f104():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with return True continue', f104)
def f105():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with return True raise', f105)
def f106():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with return False pass', f106)
def f107():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with return False return', f107)
def f108():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with return False break', f108)
def f109():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with return False continue', f109)
def f110():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                return 'body'
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with return False raise', f110)
def f111():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with break True pass', f111)
def f112():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with break True return', f112)
def f113():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with break True break', f113)
def f114():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with break True continue', f114)
def f115():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with break True raise', f115)
def f116():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with break False pass', f116)
def f117():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with break False return', f117)
def f118():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with break False break', f118)
def f119():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with break False continue', f119)
def f120():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                break
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with break False raise', f120)
def f121():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with continue True pass', f121)
def f122():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with continue True return', f122)
def f123():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with continue True break', f123)
def f124():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with continue True continue', f124)
def f125():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with continue True raise', f125)
def f126():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with continue False pass', f126)
def f127():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with continue False return', f127)
def f128():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with continue False break', f128)
def f129():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with continue False continue', f129)
def f130():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                continue
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with continue False raise', f130)
def f131():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with raise True pass', f131)
def f132():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with raise True return', f132)
def f133():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with raise True break', f133)
def f134():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with raise True continue', f134)
def f135():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with raise True raise', f135)
def f136():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with raise False pass', f136)
def f137():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with raise False return', f137)
def f138():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with raise False break', f138)
def f139():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with raise False continue', f139)
def f140():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise ValueError('body')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with raise False raise', f140)
def f141():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with other True pass', f141)
def f142():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with other True return', f142)
def f143():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with other True break', f143)
def f144():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with other True continue', f144)
def f145():
    for i in (0, 1):
        try:
            with Manager(True) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with other True raise', f145)
def f146():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            pass
        log.append('after')
    return 'end'
show('with other False pass', f146)
def f147():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            return 'finally'
        log.append('after')
    return 'end'
show('with other False return', f147)
def f148():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            break
        log.append('after')
    return 'end'
show('with other False break', f148)
def f149():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            continue
        log.append('after')
    return 'end'
show('with other False continue', f149)
def f150():
    for i in (0, 1):
        try:
            with Manager(False) as m, Manager(False):
                log.append('body')
                raise KeyError('body')
        finally:
            log.append('finally')
            raise ValueError('finally')
        log.append('after')
    return 'end'
show('with other False raise', f150)
def f151():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                pass
        finally:
            log.append('outer')
            pass
        log.append('after')
    return 'end'
show('nested pass pass', f151)
def f152():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                return 'inner'
        finally:
            log.append('outer')
            pass
        log.append('after')
    return 'end'
show('nested pass return', f152)
def f153():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                break
        finally:
            log.append('outer')
            pass
        log.append('after')
    return 'end'
show('nested pass break', f153)
def f154():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                continue
        finally:
            log.append('outer')
            pass
        log.append('after')
    return 'end'
show('nested pass continue', f154)
def f155():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                raise ValueError('inner')
        finally:
            log.append('outer')
            pass
        log.append('after')
    return 'end'
show('nested pass raise', f155)
def f156():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                pass
        finally:
            log.append('outer')
            return 'outer'
        log.append('after')
    return 'end'
show('nested return pass', f156)
def f157():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                return 'inner'
        finally:
            log.append('outer')
            return 'outer'
        log.append('after')
    return 'end'
show('nested return return', f157)
def f158():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                break
        finally:
            log.append('outer')
            return 'outer'
        log.append('after')
    return 'end'
show('nested return break', f158)
def f159():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                continue
        finally:
            log.append('outer')
            return 'outer'
        log.append('after')
    return 'end'
show('nested return continue', f159)
def f160():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                raise ValueError('inner')
        finally:
            log.append('outer')
            return 'outer'
        log.append('after')
    return 'end'
show('nested return raise', f160)
def f161():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                pass
        finally:
            log.append('outer')
            break
        log.append('after')
    return 'end'
show('nested break pass', f161)
def f162():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                return 'inner'
        finally:
            log.append('outer')
            break
        log.append('after')
    return 'end'
show('nested break return', f162)
def f163():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                break
        finally:
            log.append('outer')
            break
        log.append('after')
    return 'end'
show('nested break break', f163)
def f164():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                continue
        finally:
            log.append('outer')
            break
        log.append('after')
    return 'end'
show('nested break continue', f164)
def f165():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                raise ValueError('inner')
        finally:
            log.append('outer')
            break
        log.append('after')
    return 'end'
show('nested break raise', f165)
def f166():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                pass
        finally:
            log.append('outer')
            continue
        log.append('after')
    return 'end'
show('nested continue pass', f166)
def f167():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                return 'inner'
        finally:
            log.append('outer')
            continue
        log.append('after')
    return 'end'
show('nested continue return', f167)
def f168():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                break
        finally:
            log.append('outer')
            continue
        log.append('after')
    return 'end'
show('nested continue break', f168)
def f169():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                continue
        finally:
            log.append('outer')
            continue
        log.append('after')
    return 'end'
show('nested continue continue', f169)
def f170():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                raise ValueError('inner')
        finally:
            log.append('outer')
            continue
        log.append('after')
    return 'end'
show('nested continue raise', f170)
def f171():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                pass
        finally:
            log.append('outer')
            raise ValueError('outer')
        log.append('after')
    return 'end'
show('nested raise pass', f171)
def f172():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                return 'inner'
        finally:
            log.append('outer')
            raise ValueError('outer')
        log.append('after')
    return 'end'
show('nested raise return', f172)
def f173():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                break
        finally:
            log.append('outer')
            raise ValueError('outer')
        log.append('after')
    return 'end'
show('nested raise break', f173)
def f174():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                continue
        finally:
            log.append('outer')
            raise ValueError('outer')
        log.append('after')
    return 'end'
show('nested raise continue', f174)
def f175():
    for i in (0, 1):
        try:
            try:
                log.append('body')
                raise ValueError('body')
            finally:
                log.append('inner')
                raise ValueError('inner')
        finally:
            log.append('outer')
            raise ValueError('outer')
        log.append('after')
    return 'end'
show('nested raise raise', f175)
