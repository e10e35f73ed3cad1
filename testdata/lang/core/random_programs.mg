
log = []
L = [0]
budget = [0]
def t(x=None, *a, k=0):
    budget[0] += 1
    if budget[0] > 200:
        raise SystemExit
    log.append(repr(x)[:60])
    return x
class M:
    def __init__(self, s):
        self.s = s
    def __enter__(self):
        t('enter')
        return 5
    def __exit__(self, a, b, c):
        t(('exit', a and a.__name__))
        return self.s
def gen():
    try:
        yield 1
        yield 'g'
    finally:
        t('gen done')
def run(n, f):
    del log[:]
    budget[0] = 0
    try:
        r = f(1, 'x')
        if type(r).__name__ == 'generator':
            r = [x for _, x in zip(range(20), r)]
        r = repr(r)[:80]
    except BaseException as e:
        r = f'{type(e).__name__} {str(e)[:80]} ctx={type(e.__context__).__name__}'
    print(n, r, ' '.join(log)[:400])

def f0(a, b, c=3):
    d = 0
    t(c)
    def g1(x, a=1):
        c, *d = ((d := d) * (a < True))
        try:
            def g2(x, c=1):
                nonlocal d
                assert (t(None, *[7], k=9) != (lambda q, z=4: (q, z, a))(c)), True
                b, c = b, c
            t(g2(a))
            for c in b:
                if True:
                    t((([True for j in range(3) if None] * [2 for a in range(3) if 7]) + True))
                else:
                    b = ('' - 'yy')
            else:
                if a:
                    d = [i for i in range(3) if (['', True] if (1 < 'yy' < b) else (None - d))]
        except ValueError:
            t(((not ('' + 4)), 4))
        finally:
            with M(False):
                for b in [1, 2]:
                    b = ((b := (d + True)) in t((b, 7), *[(1 < a < None)], k=(not b)))
                    d = ((not (True - 'yy')) or -2)
                else:
                    t((4 and c))
                    pass
            w3 = 0
            while w3 < 3 and (not [None, 1]):
                w3 += 1
                match [[j for j in range(3) if 'x'], t('')]:
                    case [c, *_] if 2:
                        d, c = ((1 < b < 0) and None), [j for j in range(3) if d]
                    case int() | str():
                        b, a = True, (c, (not -1))
                        t(c)
                if ((a := (d or True)) * [[a for a in range(3) if d] for i in range(3) if (1 < a < -2)]):
                    a = c = b
                    a, c = (1 < b < (a and 'yy')), b
    t(g1((b, 3)))
run(0, f0)
def f1(a, b, c=3):
    d = 0
    try:
        w1 = 0
        while w1 < 3 and [('' if b else a), True]:
            w1 += 1
            c, *d = ((True, True) != (c or d))
    except ValueError:
        try:
            if [(not ('yy' and None)) for j in range(3) if t((None, True), *[(c and a)], k=t('yy'))]:
                for b in True:
                    raise KeyError
                    raise ValueError([a for a in range(3) if ''])
            else:
                try:
                    pass
                    d = (True < True)
                except ValueError:
                    b, a = t((c := -2)), t(['yy', True])
                else:
                    return (lambda q, z=(b is c): (q, z, b))((None == b))
                try:
                    b, b = (1 < (True * b) < (c and 'yy')), 9
                    a = d = ((c + None) + ('yy' == None))
                except NameError as a:
                    pass
                    c = c = 'yy'
            pass
        finally:
            match (not 'yy'):
                case [d, *_] if t(b):
                    for b in [1, 2]:
                        break
                        b = b = (not d)
                    if (-3 + (True if None else [a, None])):
                        b, a = (1 < (True and a) < t(None)), ((lambda q, z=b: (q, z, c))(a) and t(4, *[True], k=-2))
                        b = c = (b and (lambda q, z=b: (q, z, c))(7))
                case int() | str():
                    class K2:
                        x = ([i for i in range(3) if None] and (b - 4))
                        def m(self): return b, self.x
                    t(K2().m())
            c = 8
    finally:
        b = b
    match (lambda q, z=(d if 'x' else -1): (q, z, c))(['yy', '']):
        case [c, *_] if (1 < None < ''):
            try:
                try:
                    del a
                    with M(True) as d:
                        d = (not (t(True) is (0 * a)))
                except (TypeError, KeyError) as c:
                    if t(a):
                        d, b = [None, (True + True)], ((None - -3) if 'x' else (a or d))
                    else:
                        b = (((True + b) or (not 'yy')) in b)
                    if [[[None, ''], (lambda q, z=b: (q, z, b))(d)], (t(c, *[c], k=b) and (a * d))]:
                        a = (lambda q, z=(lambda q, z=(b + 5): (q, z, a))((c or b)): (q, z, d))(((0 not in 'x') + t(None)))
                    else:
                        b, b = 'yy', ((True * b), [True for a in range(3) if b])
                        a = c = ((lambda q, z=a: (q, z, a))(None) and (b or -2))
                else:
                    if None:
                        a, a = (not (d if True else True)), t([a for a in range(3) if None])
                        b = (t((d and 1), *[t(d)], k=(None + 3)) + b)
                for c in gen():
                    try:
                        t((1 < [(True and None) for i in range(3) if t(True, *[d], k=8)] < ([None, c] * a)))
                        c = (not (('x' and 1), 'yy'))
                    except (TypeError, KeyError):
                        d, c = (('' not in 1) != (lambda q, z=a: (q, z, c))(True)), d
                        b = b = True
                    finally:
                        d, a = [i for i in range(3) if ''], (not (c and d))
                    a = (c, ((1 < d < 'x') + b))
                else:
                    assert True, None
            except (TypeError, KeyError) as b:
                for c in range(3):
                    try:
                        c = ([j for j in range(3) if (d := None)] if (1 < (lambda q, z=None: (q, z, b))(b) < '') else d)
                        d, b = b, a
                    except (TypeError, KeyError):
                        b = ((1 < None < ('x' or 'x')) != t(None, *[(None and d)], k=[d, 2]))
                        a = b = ((b := a) and a)
                    finally:
                        t((1 < ((c is -2) * (not '')) < ((c := None) and (True or 'yy'))))
                    a, *c = t((c * d))
                with M(False):
                    a, *b = b
                    if (([b, d] - (c is None)) not in ((b := 'yy') + '')):
                        pass
        case int() | str():
            for a in ((lambda q, z=True: (q, z, b))(4) if (1 < c < b) else (1 < a < True)):
                d = [5, 2]
                for d in [1, 2]:
                    assert (lambda q, z=(None - c): (q, z, a))(('' * 8)), (None * None)
            def g3(x, a=1):
                pass
            t(g3((d or 4)))
run(1, f1)
def f2(a, b, c=3):
    d = 0
    b = c = ((not True) or ('yy' * True))
    if True:
        d, d = True, None
        pass
    else:
        b = a = (a := d)
    def g1(x, d=1):
        nonlocal c
        w2 = 0
        while w2 < 3 and (not 'x'):
            w2 += 1
            if a:
                if (None != (not (None or True))):
                    a = d
            else:
                break
                with M(False) as b:
                    continue
            w3 = 0
            while w3 < 3 and (d or True):
                w3 += 1
                t('x')
                for c in [1, 2]:
                    break
            else:
                try:
                    continue
                    break
                except NameError:
                    b, d = '', ((d := a) != [-3, True])
                finally:
                    b = b = (b := (5 * c))
        c = d = (not t(True))
        yield 0
    t(list(g1(1)))
    with M(False) as a:
        for a in range(3):
            if (not ([a, None] == (c in None))):
                if True:
                    return 4
                else:
                    d = d = (t(a, *[c], k=6) + 'yy')
                    b = (([i for i in range(3) if b] + 'yy') if t((a and 2), *['x'], k=[d for i in range(3) if -2]) else t(b))
                for c in gen():
                    break
                else:
                    break
        try:
            for d in t('yy'):
                try:
                    continue
                    d = (t(None, *[(None, True)], k=(c := 'yy')) + None)
                except NameError as d:
                    c = (b := ([j for j in range(3) if c] if (0 * c) else b))
                    a = a = ([d, True] and (1 < True < ''))
                finally:
                    d = (t(True, *[(None if True else None)], k=d) + '')
        except ValueError as c:
            del b
        finally:
            assert (c := 7), 4
            t(((t(None, *[7], k=None) if (5 and c) else '') - (t(None) - ('yy', True))))
run(2, f2)
def f3(a, b, c=3):
    d = 0
    match b:
        case [a, *_] if (a + None):
            w1 = 0
            while w1 < 3 and (not t(c, *[None], k=6)):
                w1 += 1
                class K2:
                    x = c
                    def m(self): return a, self.x
                t(K2().m())
                return 'yy'
            else:
                c, a = True, True
                try:
                    t(d)
                except Exception as e:
                    d, *d = ((c or d) - 'yy')
                    return t((c := -3), *[(c + None)], k=('x' < 1))
                finally:
                    try:
                        return True
                        raise KeyError
                    finally:
                        t(None)
        case int() | str():
            d, c = ((None * -1) - 'yy'), 'yy'
            try:
                with M(True):
                    try:
                        t(True)
                        b = c = t(('x', 'yy'))
                    except (TypeError, KeyError):
                        b = (((not '') * [0 for a in range(3) if True]), (True * (lambda q, z=b: (q, z, a))(4)))
                        c = (((None if c else a) + t(d, *[True], k=b)) and ((not c), [a for a in range(3) if d]))
                    finally:
                        pass
                        raise KeyError
                    try:
                        a = None
                    except Exception as d:
                        a, d = (not (a := d)), a
                        a = t(8, *[(not (b := True))], k=True)
                    finally:
                        d = (lambda q, z=t((a, True), *[(b := c)], k=(True + True)): (q, z, a))((c - (True is c)))
                        c = ((t(8, *[True], k=b) or True) - 4)
            finally:
                assert t((lambda q, z=c: (q, z, a))(9), *[c], k=(True * 3)), (1 - -3)
    a, c = [t('x', *['yy'], k=True) for j in range(3) if (d if None else 'yy')], d
    for a in gen():
        t([None for j in range(3) if (1 < (True * None) < (lambda q, z=True: (q, z, d))(True))])
        try:
            assert [(1 < True < True) for i in range(3) if (b or d)], (1 - 1)
            for a in gen():
                a = a = [(True - True), t(c)]
                if ((lambda q, z=(c := b): (q, z, a))(True) if t(True, *[[None for i in range(3) if None]], k=(lambda q, z='yy': (q, z, c))(a)) else c):
                    c = t([j for j in range(3) if [None, None]])
        finally:
            with M(False):
                d, *a = (t(a, *[True], k=3), t(None, *[9], k=b))
    try:
        if (lambda q, z=1: (q, z, d))([j for j in range(3) if (d in None)]):
            w3 = 0
            while w3 < 3 and ((True if c else True) or b):
                w3 += 1
                b, d = (c + True), (not (lambda q, z=c: (q, z, b))(True))
                for a in [1, 2]:
                    return ((-1 if a else 'yy') - (7 and a))
                    b = (b := True)
            b = [(c + (5 and None)), ((a < 4) + (1 < d < b))]
    finally:
        w4 = 0
        while w4 < 3 and [i for i in range(3) if True]:
            w4 += 1
            for c in gen():
                a, *c = (not a)
        else:
            def g5(x, b=1):
                def g6(x, a=1):
                    nonlocal b
                    d = a = (True != (lambda q, z=d: (q, z, d))(True))
                t(g6(t(a)))
                t(((None == (True, 3)) * ((b < 4), (1 < b < True))))
                yield 0
            t(list(g5(1)))
run(3, f3)
def f4(a, b, c=3):
    d = 0
    assert ([i for i in range(3) if c] < (not True)), True
    if '':
        assert 'x', (d := True)
    def g1(x, d=1):
        d, *c = (lambda q, z=(True + c): (q, z, b))(b)
        try:
            for a in ((None if a else '') is None):
                try:
                    a, c = (not t(a)), t((a >= True))
                except (TypeError, KeyError):
                    raise ValueError(None)
                    a, d = t(True, *[t(c, *[a], k=a)], k=(None + 1)), ((-3 - a) and (True if c else True))
                finally:
                    b, b = 1, (c := (a or a))
                    d = c = t((9 == b), *[4], k=True)
            else:
                try:
                    del c
                except Exception:
                    pass
                    c, c = '', t((None, True), *[t(a)], k=(lambda q, z='yy': (q, z, a))(4))
                finally:
                    return ((None * a) - [True, None])
        except ValueError as e:
            match (['' for i in range(3) if 9] + t(True)):
                case [a, *_] if c:
                    match (t(d, *[a], k=7) and (1 < 1 < a)):
                        case [a, *_] if (c + True):
                            c = 8
                            d, a = (lambda q, z=t(True, *[a], k=b): (q, z, c))([True, a]), (1 < (True == a) < (b and None))
                        case int() | str():
                            pass
                            d, c = (lambda q, z=(True in None): (q, z, b))([None for j in range(3) if -3]), 2
                case int() | str():
                    try:
                        b, a = None, (1 < (a and '') < (not d))
                        a, c = (not (b, 'yy')), (a := (True or None))
                    finally:
                        a = 'yy'
                        t([None, 0])
                    b = (a and '')
            a, a = (b := [True, c]), [(c - b), c]
    t(g1(True))
    class K2:
        x = ((a, None) * (None, d))
        def m(self): return b, self.x
    t(K2().m())
run(4, f4)
def f5(a, b, c=3):
    d = 0
    for a in range(3):
        for a in [1, 2]:
            with M(True) as a:
                def g1(x, c=1):
                    b = (not (lambda q, z=d: (q, z, a))(('' * d)))
                    yield 0
                t(list(g1(1)))
            for c in t((a if 'x' else a), *[(not 'yy')], k=('yy' * a)):
                class K2:
                    x = t((lambda q, z='': (q, z, c))('x'), *[[a for a in range(3) if True]], k=t(None))
                    def m(self): return b, self.x
                t(K2().m())
                t(6)
            else:
                c, b = b, ((-1 + -2) or [True, c])
                with M(False):
                    continue
        assert (not [0, b]), (lambda q, z=6: (q, z, a))(a)
    w3 = 0
    while w3 < 3 and [(not 2), None]:
        w3 += 1
        b = (a or [i for i in range(3) if (a, True)])
        for d in [1, 2]:
            match [t(True, *[b], k='x'), ('' - None)]:
                case [d, *_] if [b for i in range(3) if 'yy']:
                    raise ValueError((6 * a))
                    if t((('yy' if 'x' else c) if (3 + True) else (1 < True < 'yy'))):
                        break
                        c = [((1 < 1 < -1) and t(a, *[True], k=True)), (lambda q, z=True: (q, z, a))((not 'x'))]
                case int() | str():
                    try:
                        b = True
                    except (TypeError, KeyError) as b:
                        return True
                        t((not True))
                    else:
                        b = t(t(-2), *[((not b) is c)], k=(not (c if 'yy' else c)))
                        a = c = 8
                    finally:
                        b = (((a + 'x') or t('yy')) is (lambda q, z=(c or None): (q, z, d))((a := d)))
                        raise KeyError
    with M(True) as b:
        c = None
        d, *c = (not c)
    t(-3)
run(5, f5)
def f6(a, b, c=3):
    d = 0
    try:
        match t('x', *[True], k=(True, a)):
            case [d, *_] if ('x' - b):
                c = b = (c := None)
            case int() | str():
                if ((('yy' or True) - '') and ((None and None) and (None * 7))):
                    class K1:
                        x = (lambda q, z=(not None): (q, z, d))(None)
                        def m(self): return b, self.x
                    t(K1().m())
                    try:
                        d = ([a for a in range(3) if d], d)
                    except (TypeError, KeyError) as d:
                        d, c = [a for a in range(3) if (8 - d)], (True - (None * 0))
                        c, c = (8 if (b and None) else 'yy'), (1 < d < [True for j in range(3) if b])
                    else:
                        c = d = (('', True) * (a := True))
                        t(True)
                else:
                    with M(True):
                        d = t(None, *[(d - 'yy')], k=d)
                    class K2:
                        x = ((lambda q, z='yy': (q, z, b))(0) >= ('yy' or ''))
                        def m(self): return d, self.x
                    t(K2().m())
        c = [(1 < (True - 0) < a), ((True is True) and (1 < 9 < a))]
    except Exception:
        if ([t(True), (lambda q, z=6: (q, z, d))('x')] - ((-3 or True) and t(d))):
            assert (1 < (d if b else a) < True), True
            c = True
        for b in range(3):
            try:
                match (c := (b - c)):
                    case [d, *_] if (a or None):
                        c = (((a := b), (c or -1)) - [('', -3) for j in range(3) if 'yy'])
                        t((None and (t(True) and -1)))
                    case int() | str():
                        d = ((d * None), True)
                        b = (1 < (lambda q, z=None: (q, z, d))((4 + b)) < (d and ''))
            except Exception:
                match t(t(True, *[None], k=b)):
                    case [d, *_] if (5 and d):
                        continue
                    case int() | str():
                        continue
                        t((lambda q, z=((1 < 'yy' < 8) - a): (q, z, c))(t('yy', *[(-3 if a else 2)], k=a)))
                for b in d:
                    continue
                    break
            finally:
                t(None)
                t((not d))
    finally:
        c, b = ((None * None) is t(True)), c
    a, a = ((b := 'yy') if (None < '') else ['x' for j in range(3) if True]), (lambda q, z=('' >= None): (q, z, a))(t(b))
run(6, f6)
def f7(a, b, c=3):
    d = 0
    try:
        assert ('x' + (d or a)), ''
        match ((-3 - 'yy') and t(True, *[5], k=None)):
            case [b, *_] if (a or c):
                try:
                    c = (1 < (lambda q, z=(a if c else 2): (q, z, b))(t(True)) < -3)
                finally:
                    try:
                        pass
                        b = b = True
                    except ValueError as c:
                        d = 'yy'
                        b = (not t((c and a)))
                    else:
                        t(t(None))
                    finally:
                        t((((True if True else 'x') if (True - 9) else (True * None)) + (lambda q, z=('yy' or 'yy'): (q, z, b))(('yy' and ''))))
            case int() | str():
                def g1(x, c=1):
                    try:
                        b = t([i for i in range(3) if ('yy' not in True)])
                        c = (None or (1 < (b := '') < (a if None else 'yy')))
                    finally:
                        d, c = ((b := True) + (True and True)), ((1 < None < a) * True)
                    yield 0
                t(list(g1(1)))
                try:
                    pass
                except (TypeError, KeyError):
                    if True:
                        pass
                        t((((True, 8) * None) and 5))
                else:
                    a, *d = True
                finally:
                    if d:
                        return (-3 or (d := ''))
    except (TypeError, KeyError):
        b, c = (not True), ((a, a) + None)
        def g2(x, d=1):
            b, *a = 2
            yield 0
        t(list(g2(1)))
    finally:
        w3 = 0
        while w3 < 3 and (None < (9, 9)):
            w3 += 1
            try:
                for b in [1, 2]:
                    a = b = (('x' * 6) is [i for i in range(3) if a])
                else:
                    d = (('x', [True for a in range(3) if True]) if ((lambda q, z=b: (q, z, c))(d) or None) else d)
                    return -1
                for b in c:
                    pass
                    continue
            except Exception as d:
                try:
                    continue
                    a = (not ((lambda q, z=None: (q, z, b))('') if (True, 8) else ('yy' + 7)))
                except ValueError as c:
                    t((1 < 'yy' < True))
                    a, a = ((True, d) + (None or a)), ((not None) if c else None)
                finally:
                    a = b = (('yy' + 3) * (None if d else d))
                try:
                    c = a = 6
                except ValueError as d:
                    t(True)
                else:
                    c = ''
                finally:
                    d = ''
            else:
                del a
                for d in None:
                    b = (((4 if d else 7) * (1 < 'yy' < None)) + ((1 < 'yy' < d) or (None - '')))
                    break
            class K4:
                x = t('x', *[(True >= -2)], k=(-2 * d))
                def m(self): return b, self.x
            t(K4().m())
        else:
            b, c = (a := True), ((True and True) - t(b, *[2], k=True))
            a, b = (True * (c * b)), ((None and None) and True)
    for a in range(3):
        try:
            try:
                d = 7
            except NameError:
                b, *b = (('yy' - c), ('' < ''))
                try:
                    b, c = None, (c * None)
                finally:
                    d = (-1 + [('x' and None), t('x', *[c], k=3)])
                    c = (lambda q, z=[(3 or a) for j in range(3) if (7, -2)]: (q, z, d))((not (6 or True)))
            else:
                try:
                    break
                    c = a = [j for j in range(3) if (-3 if True else c)]
                except ValueError:
                    c = a = (1 < 'x' < ('' + d))
            t(6)
        except ValueError as c:
            def g5(x, d=1):
                def g6(x, c=1):
                    c = (((b - None) - (c and True)) and (('x', d) >= 2))
                    yield 0
                t(list(g6(1)))
                yield 0
            t(list(g5(1)))
    else:
        t(([j for j in range(3) if (True * None)], (lambda q, z=['yy' for i in range(3) if 'x']: (q, z, c))(d)))
        pass
    try:
        if d:
            a = d = None
            def g7(x, c=1):
                c = ((d := (True or c)) or (lambda q, z=(d * b): (q, z, a))(t(c)))
            t(g7((-1 and a)))
        else:
            pass
    except (TypeError, KeyError):
        if t((lambda q, z='yy': (q, z, c))((lambda q, z=d: (q, z, c))('x'))):
            if ([None for i in range(3) if t(True, *[c], k='yy')], (c + 2)):
                d = (t((2 != 3)) if (not True) else (lambda q, z=(b * 8): (q, z, b))((1 - True)))
            else:
                pass
            for d in range(3):
                try:
                    b = c = (t(4, *[True], k=c) - (b * None))
                except ValueError as b:
                    b = ('' - ((True * True) and d))
                else:
                    a = (a and (t(d) if ('' or 'yy') else t(1)))
                    break
                finally:
                    d = b = (-3 + (d, b))
                try:
                    d, d = [d, (c * 'yy')], ((d or True) + True)
                    b = t((1 < (lambda q, z=None: (q, z, b))(2) < t(b, *[d], k=True)))
                except (TypeError, KeyError):
                    a = [((True + 'yy') + d), (lambda q, z=True: (q, z, a))((not 'x'))]
                    c, c = b, (not (0 == -2))
                finally:
                    t(5)
        if -3:
            def g8(x, b=1):
                c = (lambda q, z=((1 * 'x') or 4): (q, z, c))(t((a + None), *['yy'], k=9))
            t(g8((b - c)))
    else:
        return d
    c, *d = (1 < (d - d) < t('x', *[''], k=-3))
run(7, f7)
def f8(a, b, c=3):
    d = 0
    try:
        c = ((True * ('yy' * True)) or a)
        for d in gen():
            try:
                try:
                    continue
                except ValueError:
                    return t((b != 8), *[None], k=b)
                    d, a = (1 < (not 2) < None), ''
            except NameError as a:
                match (lambda q, z=(True - d): (q, z, a))(True):
                    case [c, *_] if (a + True):
                        a, c = ((None and 4), ('x', b)), [(b := 9), None]
                    case int() | str():
                        t((1 < (b := (lambda q, z='x': (q, z, b))(-2)) < ((9 * a), (None or ''))))
            else:
                if ((d, (1 < True < True)) and ([True for i in range(3) if 5] + ('x' + True))):
                    t(t(((lambda q, z='x': (q, z, b))(True) if t(d, *[''], k=None) else [a for a in range(3) if 'yy']), *[(None or [b, b])], k=((b != '') and [a for j in range(3) if True])))
                    c, d = True, ((2 + '') or (9 if b else 0))
                else:
                    c = (not ((True - 4) == ('yy', c)))
                    raise ValueError('')
            finally:
                d, d = ((d - c) if None else None), None
                t(('' * t((1 < -1 < d))))
        else:
            for c in range(3):
                if (lambda q, z=b: (q, z, a))((5 if (a or '') else c)):
                    b = (lambda q, z=(lambda q, z=b: (q, z, c))((7, -1)): (q, z, b))(((None and 6) + ('', True)))
    except NameError:
        try:
            if (((5 - True) - (None - -2)) if (b or (not 3)) else (d - (d := ''))):
                pass
                match ((d, d) * (True - True)):
                    case [c, *_] if (lambda q, z='x': (q, z, a))(True):
                        t([([5 for i in range(3) if b] if (b * 5) else (d - None)), (('yy' and 'x'), [d, c])])
                    case int() | str():
                        d = [True for a in range(3) if (d := ('yy', b))]
            else:
                b = (((None and d) + ['x' for i in range(3) if '']) < (lambda q, z=(True and a): (q, z, a))(True))
        except Exception as d:
            t(True)
            w1 = 0
            while w1 < 3 and t(t(None, *[3], k='')):
                w1 += 1
                for a in range(3):
                    raise ValueError([7 for i in range(3) if None])
                    d = a = (not d)
                else:
                    b = t(((a * a) in (a := a)))
        else:
            if ('x', d):
                match (1 < (1 < 5 < b) < d):
                    case [a, *_] if (a or 8):
                        del c
                        d = True
                    case int() | str():
                        d = [(1 < None < ''), a]
                assert a, a
            a, *c = c
        finally:
            d = a
        if [a for a in range(3) if (-2 if t('x', *[c], k=None) else d)]:
            if (((d - d) != (5 and '')) * [None, (-2 and None)]):
                w2 = 0
                while w2 < 3 and (3 or None):
                    w2 += 1
                    c, d = (t(None, *[a], k=-3) or c), t([True, True])
                else:
                    a = (c, [i for i in range(3) if True])
            assert a, ('' - 'x')
    finally:
        try:
            w3 = 0
            while w3 < 3 and b:
                w3 += 1
                try:
                    continue
                    pass
                finally:
                    t(5)
            else:
                def g4(x, c=1):
                    pass
                t(g4(1))
                b = b = c
            d = [(1 < ('yy' + 'yy') < c), (a, (c and True))]
        except Exception as e:
            d = (((lambda q, z=None: (q, z, a))(9) * (True or a)) * (1 < c < 'x'))
        finally:
            b = (not [(lambda q, z=True: (q, z, d))(d), None])
            try:
                try:
                    pass
                    d = b = 'yy'
                finally:
                    t(True)
            except Exception as b:
                raise ValueError(('yy' and c))
                d, *c = ((1 < 5 < 4), (a - True))
            finally:
                if (b := (c := True)):
                    d = (((True + True) + (True * None)) or 2)
                class K5:
                    x = t(-1)
                    def m(self): return c, self.x
                t(K5().m())
        for d in range(3):
            a = c
            if (1 < ((not '') is t(c, *[d], k=3)) < ''):
                if (((d and c) if (not c) else [7, None]) or a):
                    a = d = (('yy' and d) + [1 for i in range(3) if b])
                    t(((not [b for j in range(3) if 'yy']), (['x' for j in range(3) if -3] is (not 'x'))))
                else:
                    break
                    c, a = b, (c + True)
            else:
                if [[(c + True), (b, None)], (not [c, 4])]:
                    t(a)
                    b = ((1 if (d + c) else True) or None)
                else:
                    a = d = (not (c and a))
                    break
                class K6:
                    x = (1 < c < 2)
                    def m(self): return d, self.x
                t(K6().m())
    def g7(x, d=1):
        b = d = c
    t(g7((lambda q, z=a: (q, z, a))(True)))
run(8, f8)
def f9(a, b, c=3):
    d = 0
    for a in gen():
        w1 = 0
        while w1 < 3 and b:
            w1 += 1
            t(d)
            b = (None or ((4 + '') - True))
        with M(True) as b:
            if [(('x' - '') - True), ((a + b) * (b := 6))]:
                if [8, 8]:
                    d = [c for a in range(3) if a]
                    a, a = [i for i in range(3) if True], None
                else:
                    t(None)
                    a = c = -1
                d = b
            a = b
    else:
        c = 7
        for b in range(3):
            for b in (['yy', True] * 'yy'):
                match d:
                    case [d, *_] if (d or True):
                        b, a = (2, (b := 3)), t((not 5))
                        a = (t((a if True else True), *[('x' * 3)], k=(not None)) + (not True))
                    case int() | str():
                        continue
                        b = (d and 'x')
                try:
                    b = a = [a for a in range(3) if (not 2)]
                except NameError:
                    c = [((not c) * (1 < b < a)), a]
            w2 = 0
            while w2 < 3 and None:
                w2 += 1
                def g3(x, d=1):
                    nonlocal a
                    pass
                    d = d = 4
                t(g3((c + a)))
                a = ((1 < t(b, *['x'], k='') < t(5, *[None], k=c)) * 4)
    try:
        c, *d = 'yy'
    except ValueError as b:
        t(a)
    else:
        b = (not (a := t(b, *[c], k=b)))
run(9, f9)
def f10(a, b, c=3):
    d = 0
    w1 = 0
    while w1 < 3 and 'yy':
        w1 += 1
        a = (not (lambda q, z=(c + None): (q, z, d))(True))
        a = a = True
    else:
        d = [(not (not d)), (not ('x' + 8))]
    del c
run(10, f10)
def f11(a, b, c=3):
    d = 0
    with M(True) as b:
        for a in [1, 2]:
            if (1 < ((not d), (9 not in None)) < [(not None), c]):
                class K1:
                    x = (c or (1 < None < 'x'))
                    def m(self): return c, self.x
                t(K1().m())
                a, *c = [None, 'yy']
            else:
                try:
                    b = b = c
                    raise KeyError
                except ValueError as e:
                    a, d = t([i for i in range(3) if True], *[7], k=(not True)), 4
                else:
                    b = c
                    del c
        for d in [1, 2]:
            del c
            c = t((1 < (None * a) < (None + None)))
    try:
        raise KeyError
    finally:
        return ((c, '') is t(d))
        t(b)
run(11, f11)
def f12(a, b, c=3):
    d = 0
    for d in range(3):
        b = d = ([i for i in range(3) if c] - (lambda q, z='': (q, z, d))(d))
        try:
            try:
                with M(True):
                    b = (lambda q, z=(b or 8): (q, z, a))(c)
                    a = ((3 or a) and True)
                for c in gen():
                    raise KeyError
                    b = (3 if '' else ((4 if b else True) - [a for a in range(3) if 4]))
            except Exception:
                class K1:
                    x = True
                    def m(self): return a, self.x
                t(K1().m())
            b = d = (not (a, d))
        except Exception:
            c, a = (not 5), (not True)
            raise KeyError
        finally:
            try:
                break
                try:
                    return [[4, b], (not d)]
                    d = ([a for a in range(3) if 8] * [(not 'yy') for j in range(3) if ''])
                except Exception as e:
                    break
                else:
                    raise KeyError
                    continue
                finally:
                    d = -3
            except (TypeError, KeyError):
                try:
                    b = (b := ((1 < True < None) < d))
                    t([2 for j in range(3) if ([c, c] == c)])
                finally:
                    a, d = [9, t(9)], ((lambda q, z=b: (q, z, c))('yy'), (not None))
            finally:
                t((lambda q, z=[t(None), (7 or True)]: (q, z, d))((b := True)))
                match a:
                    case [c, *_] if b:
                        c, a = 0, [t(True), (c is b)]
                    case int() | str():
                        t(None)
                        b = c
            a = b = ((5 - d), 9)
    def g2(x, c=1):
        nonlocal a
        for d in gen():
            try:
                for a in gen():
                    b = 'yy'
                def g3(x, b=1):
                    return (a := c)
                    raise ValueError((1 and 5))
                t(g3(t(None, *[6], k=5)))
            except ValueError:
                for b in [1, 2]:
                    b = ((None in (c := -2)) if [2, (b, 4)] else True)
                else:
                    b = b
                for a in range(3):
                    raise KeyError
                    c = ([(b if a else d), True] if ((a < -3) * 6) else ('' - (True, True)))
            for c in [1, 2]:
                for d in gen():
                    a = ((lambda q, z=None: (q, z, b))(('', -1)), 1)
                    del b
                else:
                    t((lambda q, z=(['x', c] + [True for a in range(3) if c]): (q, z, b))(-1))
        else:
            if (d or (None or [j for j in range(3) if b])):
                assert (('' - None) is (1 < '' < True)), True
                b = t(a, *[c], k=(lambda q, z=(9 or ''): (q, z, c))((c := b)))
    t(g2(True))
    for d in c:
        try:
            assert (b := d), 8
        except ValueError as e:
            c = d = 0
            c = (d := ((not d) < (a + True)))
        try:
            for d in gen():
                t('x')
            def g4(x, b=1):
                nonlocal d
                a, *b = ('yy' * None)
                yield 0
            t(list(g4(1)))
        except (TypeError, KeyError) as d:
            class K5:
                x = ([d, 0] - b)
                def m(self): return a, self.x
            t(K5().m())
    try:
        c = True
    except ValueError as b:
        c = d = None
    yield 9
run(12, f12)
def f13(a, b, c=3):
    d = 0
    with M(True) as d:
        for c in gen():
            for b in range(3):
                d, *a = [(d >= ''), (True, None)]
                def g1(x, d=1):
                    nonlocal b
                    c = [True, (c + True)]
                    d, c = True, ((b := 2) or (4 + b))
                    yield 0
                t(list(g1(1)))
            if (lambda q, z=t((not 2), *[None], k=('yy' == '')): (q, z, d))('x'):
                for d in range(3):
                    t(True)
                    t(a)
                a = d = True
            else:
                b, *a = (t(a, *[9], k=True) or t(9))
                def g2(x, b=1):
                    c = (lambda q, z=(b := (None - b)): (q, z, d))(t((lambda q, z=d: (q, z, c))(True), *[-3], k=1))
                    t(None)
                    yield 0
                t(list(g2(1)))
    pass
    w3 = 0
    while w3 < 3 and (5 or (lambda q, z='': (q, z, b))(b)):
        w3 += 1
        class K4:
            x = ((lambda q, z=b: (q, z, a))(True) - (None and ''))
            def m(self): return b, self.x
        t(K4().m())
run(13, f13)
def f14(a, b, c=3):
    d = 0
    try:
        try:
            def g1(x, b=1):
                class K2:
                    x = ((b := 'yy') * None)
                    def m(self): return d, self.x
                t(K2().m())
                if True:
                    b = t((1 < t(None, *[True], k=None) < t(a, *[True], k=d)), *[4], k=0)
                else:
                    d = True
                    c = d
            t(g1((1 < d < 0)))
            with M(False) as c:
                d, *c = ([a for a in range(3) if True] if (None or -3) else None)
        except Exception as e:
            b = (1 < ([None, ''] - 'yy') < ('yy' * [True, 'yy']))
        else:
            w3 = 0
            while w3 < 3 and ((lambda q, z=a: (q, z, a))(True) and b):
                w3 += 1
                try:
                    b = (1 < (('yy' - 'yy') * (7 or 8)) < ((lambda q, z='': (q, z, d))('') - (d, a)))
                    d = c = ([True for a in range(3) if None] not in ('yy' and None))
                finally:
                    b, a = (not None), (1 < (c := None) < 'x')
                    c = (1, t(('x', 'yy')))
                if None:
                    d = a
                else:
                    d, a = 'yy', (c - True)
        return True
    except Exception:
        try:
            c = a = (not 0)
        finally:
            for d in gen():
                for c in [[i for i in range(3) if d], (1 < '' < a)]:
                    t(t(((5 + None) == t(None))))
                a, *a = ((True if None else True) and (d if None else None))
            else:
                w4 = 0
                while w4 < 3 and (1 < a < None):
                    w4 += 1
                    continue
                    t(b)
                else:
                    d = ''
    finally:
        raise ValueError((1 < 6 < ''))
        w5 = 0
        while w5 < 3 and (True + (True or c)):
            w5 += 1
            try:
                if [a for a in range(3) if t((2 - c))]:
                    d, d = (5 * (5 + True)), (b := [3 for j in range(3) if None])
                    b = None
                c, d = (1 < (b * None) < (b := d)), ((not b) in (c or 'yy'))
            finally:
                a = ((c := (b and 4)) - True)
    w6 = 0
    while w6 < 3 and -2:
        w6 += 1
        try:
            match ([True for a in range(3) if d] - ''):
                case [a, *_] if (lambda q, z=b: (q, z, c))(''):
                    try:
                        a = True
                        a = a
                    except NameError as a:
                        a = (c := t((2, None), *[(b + d)], k=(not 0)))
                        continue
                    finally:
                        del b
                    d, *a = t((a not in -3))
                case int() | str():
                    match t((1 < 0 < c)):
                        case [c, *_] if 'x':
                            a = ([None, c] * (None * t('x')))
                        case int() | str():
                            break
                            d = [a for a in range(3) if (t(a, *['yy'], k=c), (lambda q, z='x': (q, z, a))(c))]
                    del c
        except (TypeError, KeyError):
            try:
                d, *d = (c := 'x')
            finally:
                t((not (9 + (a if 'yy' else -2))))
        else:
            t(True)
            try:
                for d in [1, 2]:
                    a = a = ((lambda q, z=True: (q, z, c))(None) and (c := a))
                    a = c
            except NameError:
                def g7(x, b=1):
                    nonlocal c
                    d = d = t((None, None))
                    t(a)
                    yield 0
                t(list(g7(1)))
                match (1 < t(True) < (None, b)):
                    case [c, *_] if [a for i in range(3) if None]:
                        d = (d := (t(None) + True))
                        continue
                    case int() | str():
                        b = (not (not (a if None else -3)))
                        b = d = ((2 if b else None) in (lambda q, z=a: (q, z, d))(None))
            finally:
                def g8(x, c=1):
                    nonlocal d
                    d = (t(('', d), *[d], k=(d := d)) or c)
                t(g8((lambda q, z=True: (q, z, c))('yy')))
    else:
        pass
run(14, f14)
def f15(a, b, c=3):
    d = 0
    a, *a = (1 < ('yy', True) < (lambda q, z='x': (q, z, a))(d))
    raise KeyError
run(15, f15)
def f16(a, b, c=3):
    d = 0
    def g1(x, d=1):
        nonlocal a
        c, *d = (lambda q, z=(None if a else True): (q, z, a))((c - 8))
        c, d = ((not c) or (1 < 'yy' < c)), (True - -1)
    t(g1('yy'))
    match ((d is d) or d):
        case [c, *_] if t(True):
            a = yield (not t(c, *[None], k=True))
            c = (lambda q, z='x': (q, z, c))('x')
        case int() | str():
            w2 = 0
            while w2 < 3 and d:
                w2 += 1
                match None:
                    case [a, *_] if ('x' < b):
                        def g3(x, c=1):
                            c = ((0 and None) if ((d if d else c) + 7) else None)
                        t(g3((None or b)))
                        for b in gen():
                            raise KeyError
                    case int() | str():
                        for b in gen():
                            c = a = t(t('', *[True], k=c))
                            c, c = t((d * d)), (c := d)
                        if t((d := (lambda q, z=True: (q, z, a))(None))):
                            raise KeyError
                break
            else:
                try:
                    def g4(x, c=1):
                        b = a = (not (not c))
                    t(g4((d or 7)))
                finally:
                    try:
                        t(True)
                        d = [([6 for i in range(3) if -3], (None * 1)) for j in range(3) if ((True if None else c) * [True for a in range(3) if True])]
                    except NameError:
                        return ((b + 'yy') if t(None) else (lambda q, z=c: (q, z, a))(a))
                    class K5:
                        x = 4
                        def m(self): return b, self.x
                    t(K5().m())
    if (1 < ((None - None) is (None == True)) < 'yy'):
        class K6:
            x = a
            def m(self): return d, self.x
        t(K6().m())
    else:
        class K7:
            x = (lambda q, z=None: (q, z, b))(None)
            def m(self): return c, self.x
        t(K7().m())
    with M(True):
        def g8(x, c=1):
            nonlocal a
            d, *a = t(True, *[None], k=('x' and d))
        t(g8((lambda q, z=d: (q, z, a))(0)))
    yield 9
run(16, f16)
def f17(a, b, c=3):
    d = 0
    c = ((lambda q, z=b: (q, z, d))(('x' if True else 'x')) >= c)
    d = c
    c = -3
run(17, f17)
def f18(a, b, c=3):
    d = 0
    d = c
    for a in gen():
        break
    else:
        def g1(x, b=1):
            if (None or t(('x' if a else 'x'))):
                a, *d = True
                for d in [1, 2]:
                    t((t((c or 3), *[t(b, *['x'], k=None)], k=(c := None)) or ((c if a else 'x') + t(1))))
                else:
                    pass
                    c = 'yy'
            for d in gen():
                assert (('' or a) and 'x'), (1 < 1 < 'yy')
        t(g1((lambda q, z=None: (q, z, d))(True)))
    assert t(True, *[(True, '')], k=(None if d else None)), (None + d)
run(18, f18)
def f19(a, b, c=3):
    d = 0
    for b in [1, 2]:
        match [(None in d), (True * c)]:
            case [c, *_] if (b * 0):
                for b in range(3):
                    def g1(x, d=1):
                        nonlocal b
                        c = ((['' for i in range(3) if b] * t('yy', *[a], k='yy')) and (a := ('' in a)))
                        d, a = ((lambda q, z=-1: (q, z, d))(b) or c), [(True if 'x' else 7), d]
                    t(g1((-1 - None)))
                    t((None and (1 < [i for i in range(3) if 'yy'] < (True * 1))))
                with M(True):
                    try:
                        c, b = a, (c := (c := a))
                        c = (a if b else ['' for j in range(3) if (b or d)])
                    finally:
                        a = c = [b for i in range(3) if (a, a)]
                        c, d = (('yy', a) if (True * 'x') else (c and c)), b
            case int() | str():
                for d in gen():
                    for d in [1, 2]:
                        continue
                    else:
                        t(t(-1))
                    d, d = ((None or c) if t(c, *[''], k=True) else (1 < True < a)), t((not None), *[(d := -1)], k=t(None))
                else:
                    def g2(x, d=1):
                        c = c = ((b or 'x') or t(-1, *[-2], k=d))
                        del b
                    t(g2((d := None)))
                try:
                    with M(True):
                        d = c = t((None, -2), *[t(True)], k=(lambda q, z='yy': (q, z, b))(None))
                    if [(1 < [a for a in range(3) if None] < (None is b)), None]:
                        raise KeyError
                    else:
                        c, c = ((d < None) * (4 in True)), (lambda q, z=t(None, *[7], k=d): (q, z, c))(t(c, *[a], k='x'))
                finally:
                    assert ([None for j in range(3) if None] if (1 < b < None) else (1 < b < c)), t(c, *[None], k=None)
    else:
        def g3(x, c=1):
            nonlocal a
            d = t((b := d))
            yield 0
        t(list(g3(1)))
    for d in [1, 2]:
        c = [t('') for j in range(3) if t((a * None), *[[None, 'yy']], k='x')]
    else:
        try:
            def g4(x, c=1):
                class K5:
                    x = (not ['', d])
                    def m(self): return c, self.x
                t(K5().m())
                yield 0
            t(list(g4(1)))
        finally:
            raise KeyError
run(19, f19)
def f20(a, b, c=3):
    d = 0
    if d:
        try:
            pass
            assert ((not True) >= (1 < -1 < 'x')), [d for j in range(3) if b]
        except ValueError as c:
            a, *c = (lambda q, z=None: (q, z, a))((1 < 5 < None))
        finally:
            c = b = ((d != d) if None else ('yy' and ''))
        def g1(x, c=1):
            nonlocal d
            assert (1 < (b if a else d) < t(-3, *[-2], k=a)), (None < b)
        t(g1((None * 'yy')))
    try:
        a = (a := (('' - True) and 'x'))
        try:
            if ([(lambda q, z=True: (q, z, b))(3), (None not in a)] * ((7 and None) and (None != 'x'))):
                try:
                    t(t([True for j in range(3) if (-3 + b)]))
                    pass
                finally:
                    c = a = 8
                    a = d
                match True:
                    case [c, *_] if b:
                        t([(1 < [5, 3] < None), [None, (lambda q, z=True: (q, z, d))(0)]])
                        a = 0
                    case int() | str():
                        pass
            else:
                def g2(x, d=1):
                    t(t('yy', *[True], k=[(not None), t(True, *[b], k=b)]))
                t(g2(t(6)))
                pass
            def g3(x, d=1):
                w4 = 0
                while w4 < 3 and (not (not a)):
                    w4 += 1
                    raise KeyError
                yield 0
            t(list(g3(1)))
        except NameError:
            t(0)
        finally:
            if (lambda q, z=c: (q, z, b))([a for i in range(3) if (b and b)]):
                t((((True if None else None) in b), True))
                b = (t((c if None else b)) + (('' and d) != c))
            else:
                if [(-2 or (True * None)), '']:
                    b = ((c := (lambda q, z=None: (q, z, a))('x')) and (lambda q, z=None: (q, z, a))((3 and 6)))
                    c = a = -2
                else:
                    pass
                    del b
            a = c = [i for i in range(3) if (not 8)]
    except ValueError as b:
        try:
            c, b = (not (not None)), b
        except (TypeError, KeyError):
            d = a = ((a == d) and (lambda q, z=None: (q, z, a))('yy'))
        pass
    else:
        match ((1 < '' < b) * None):
            case [c, *_] if (None * 8):
                for c in [1, 2]:
                    match (t(True) * [None for j in range(3) if None]):
                        case [c, *_] if [i for i in range(3) if True]:
                            d = (c := d)
                        case int() | str():
                            c = a
            case int() | str():
                def g5(x, c=1):
                    b, b = (3 or (b + None)), ((not 8), True)
                    c, *d = True
                t(g5((a := 'x')))
        for b in [1, 2]:
            a = a = ((d := 'yy') - (lambda q, z=a: (q, z, d))(b))
    finally:
        def g6(x, d=1):
            try:
                try:
                    t(([c for a in range(3) if [d, c]] and [(None, b), ('yy' or True)]))
                    b = (lambda q, z=t([None, d], *[(c := True)], k='x'): (q, z, d))(((1 < 9 < None), [0, None]))
                except Exception:
                    c = (lambda q, z=[a for a in range(3) if (8 + None)]: (q, z, c))((b, (1 < 'x' < None)))
                    t(t((c - (not d))))
                else:
                    c, c = t((b or None), *[(not 'x')], k=(2 * b)), t((None + c), *[('x' is 3)], k=t(''))
                    del c
                class K7:
                    x = d
                    def m(self): return b, self.x
                t(K7().m())
            except Exception as b:
                for c in gen():
                    a = a
                    break
            assert t([j for j in range(3) if True], *[(d, d)], k='yy'), (not 9)
        t(g6(t('x')))
        try:
            for d in gen():
                for a in [1, 2]:
                    d = (lambda q, z='': (q, z, b))(((a, a) not in (c if None else b)))
                    b, a = ((not b) and ('yy' + True)), (6 - (0 != True))
                else:
                    c = (((lambda q, z=b: (q, z, c))(d) != -1) or (True + t(a)))
                a = (c := [(None * d) for i in range(3) if 'yy'])
        finally:
            assert ((6, 8) + ''), [j for j in range(3) if None]
    match (lambda q, z=t(c, *[c], k=-1): (q, z, d))([i for i in range(3) if None]):
        case [a, *_] if [d, None]:
            if [((d := None) * (3 or b)), ([True, 0] if d else True)]:
                match (('x' - 'yy') or (a := 'x')):
                    case [a, *_] if None:
                        assert ((c, d) + [None, -1]), (not b)
                    case int() | str():
                        for b in [1, 2]:
                            t(5)
                            break
            else:
                if True:
                    with M(True):
                        raise KeyError
                else:
                    class K8:
                        x = None
                        def m(self): return c, self.x
                    t(K8().m())
        case int() | str():
            def g9(x, d=1):
                if -3:
                    try:
                        del a
                    except NameError as e:
                        pass
                        raise KeyError
                    else:
                        t(d)
                    finally:
                        b = yield (True, (d if True else 0))
                    match ((not None) and (True, None)):
                        case [c, *_] if a:
                            t((1 < (b := b) < (t(c, *[''], k=None) - (lambda q, z='yy': (q, z, a))('yy'))))
                            b = (('', (7 and d)) + [t(b) for i in range(3) if None])
                        case int() | str():
                            pass
                a, c = ((True is d) or (lambda q, z='x': (q, z, b))('yy')), c
                yield 0
            t(list(g9(1)))
            if True:
                pass
            else:
                match 'yy':
                    case [b, *_] if (b := -3):
                        if [a for a in range(3) if (9 + ('x' * d))]:
                            b = [5, ((d * 3) * 5)]
                            t(('x' + ('' + (not 'yy'))))
                        d = c = [(b - 9) for i in range(3) if (d and True)]
                    case int() | str():
                        b = [((c := b) or 9) for a in range(3) if (('' if None else -1) if 'x' else (1 < c < c))]
run(20, f20)
def f21(a, b, c=3):
    d = 0
    w1 = 0
    while w1 < 3 and (1 < (7 != True) < (lambda q, z='yy': (q, z, c))(4)):
        w1 += 1
        match [(not 'yy'), True]:
            case [a, *_] if True:
                a = ([[d, None] for j in range(3) if t(b)] >= (5 * (a or True)))
                if t([(lambda q, z=d: (q, z, d))(c), ''], *[((a + d) + (lambda q, z=None: (q, z, a))(d))], k=(lambda q, z=t(a): (q, z, d))('x')):
                    t(t((d := b), *[None], k=(t(a) + (b if 2 else d))))
            case int() | str():
                raise ValueError((not True))
        try:
            try:
                def g2(x, d=1):
                    nonlocal c
                    t(((1 < (1 < a < b) < True) - (t(3, *['yy'], k=a) is d)))
                    yield 0
                t(list(g2(1)))
                with M(True):
                    t(6)
                    b = c = [('' or a), (lambda q, z=a: (q, z, a))(None)]
            finally:
                for a in [1, 2]:
                    c, b = t(('yy' if None else True)), c
        finally:
            assert b, (d := True)
    else:
        d = c = ('' - (not 5))
        match [a for a in range(3) if (1 < b < True)]:
            case [a, *_] if (d + 8):
                c = c = (9 < t(0))
            case int() | str():
                def g3(x, a=1):
                    nonlocal b
                    if (4 * t([0 for a in range(3) if None], *[None], k=t(c))):
                        raise KeyError
                        t(c)
                    else:
                        b, c = [(None + True), [None for a in range(3) if True]], True
                        a = [i for i in range(3) if ([d, True] * t(''))]
                t(g3(-1))
    for c in gen():
        if (b or (lambda q, z=4: (q, z, b))(6)):
            t((1 < ('' if (d := b) else 'yy') < (('yy' * '') if (-1 * None) else (c - ''))))
            try:
                def g4(x, d=1):
                    t(d)
                t(g4(t(None)))
                w5 = 0
                while w5 < 3 and None:
                    w5 += 1
                    a = (([a for a in range(3) if True] - (True and '')), True)
                else:
                    continue
            finally:
                return [t(3, *[0], k=c), (lambda q, z=2: (q, z, c))(b)]
                del d
        d, b = ((None < None) == None), -1
    c = True
    assert (1 < [i for i in range(3) if 9] < (b - d)), 'yy'
run(21, f21)
def f22(a, b, c=3):
    d = 0
    c = yield ((d, d) + (d := c))
    def g1(x, b=1):
        nonlocal c
        b = ('x' != t((b or 0)))
        try:
            d = c = 'yy'
            w2 = 0
            while w2 < 3 and [t(b, *[b], k=None), d]:
                w2 += 1
                d, b = t((c if 'x' else 'yy')), ((c and a) != a)
                def g3(x, d=1):
                    d = 'x'
                t(g3((b - True)))
        except ValueError:
            t(True)
        yield 0
    t(list(g1(1)))
    d, c = (not (a + '')), ([True, True] and (1 < d < True))
    yield 9
run(22, f22)
def f23(a, b, c=3):
    d = 0
    d = c = (not (True, True))
    match (t(c) * t(a)):
        case [d, *_] if b:
            try:
                for a in range(3):
                    raise KeyError
                for c in gen():
                    d = t((1 < True < [c for i in range(3) if a]), *[[[8 for a in range(3) if 3], (a * d)]], k=[i for i in range(3) if ['x' for a in range(3) if 8]])
                    continue
            except (TypeError, KeyError):
                a, *d = ((1 < c < c) * (True and True))
            else:
                for b in ((b := True) + None):
                    for b in range(3):
                        continue
                        b = [i for i in range(3) if -3]
            finally:
                raise ValueError((True - None))
                def g1(x, d=1):
                    pass
                t(g1((lambda q, z=True: (q, z, d))(c)))
        case int() | str():
            if (b := (a := (-2, None))):
                for d in range(3):
                    try:
                        t((1 if (1 < (b or d) < (lambda q, z=True: (q, z, c))('x')) else [(b := True) for i in range(3) if t(None)]))
                        t((c := ((9 and a) in True)))
                    finally:
                        a, b = (a if b else t(d, *['x'], k='yy')), (t('') - ('yy' * 'yy'))
                        continue
            else:
                for c in range(3):
                    try:
                        d = t(None)
                    finally:
                        t(b)
                pass
            del b
run(23, f23)
def f24(a, b, c=3):
    d = 0
    class K1:
        x = (lambda q, z=(-3 or b): (q, z, c))(d)
        def m(self): return a, self.x
    t(K1().m())
    a = None
    for c in ((c and 1) if [b for a in range(3) if b] else True):
        d, c = t(a), ((1 < d < True) - (a := ''))
    def g2(x, c=1):
        b, d = ((1 < b < 'x') - (lambda q, z=c: (q, z, b))(7)), ((None if d else 6) - (c, 8))
    t(g2((lambda q, z=c: (q, z, c))(True)))
    yield 9
run(24, f24)
def f25(a, b, c=3):
    d = 0
    d = [d for i in range(3) if (lambda q, z=(lambda q, z='': (q, z, d))(b): (q, z, b))(t(5, *[''], k=None))]
    b, a = (not (True and a)), [c for j in range(3) if (a := 8)]
run(25, f25)
def f26(a, b, c=3):
    d = 0
    assert [(1 < 'yy' < None) for i in range(3) if ('', True)], ['x' for i in range(3) if 2]
    c = (b if [(None if None else None) for i in range(3) if 'x'] else ['x' for i in range(3) if (8 - d)])
run(26, f26)
def f27(a, b, c=3):
    d = 0
    match ((-1 * True) or (c := '')):
        case [d, *_] if (c != 'yy'):
            return t('yy', *[(True and -3)], k=[True, 2])
        case int() | str():
            pass
            if None:
                w1 = 0
                while w1 < 3 and ((None if c else 4) or None):
                    w1 += 1
                    a, *c = (b - (c + 'yy'))
                else:
                    for a in range(3):
                        t((None + -2))
                        continue
                    for c in [1, 2]:
                        b = (-3 if d else c)
                        c, b = [a, [a for a in range(3) if a]], None
                    else:
                        t(t(True, *[t([a for a in range(3) if 6], *[(-2 - b)], k=(d - 3))], k='x'))
                        b = (None and t(-1))
                assert True, (None and 7)
    try:
        c, *b = ['yy', (1 < None < a)]
        with M(True):
            d = (('yy' or (6 * a)) < ((1 < 8 < b) - d))
            try:
                try:
                    d = c = ('x' * '')
                    t(t(d))
                except Exception:
                    pass
                    d = t((1 < [-2, 'yy'] < b), *[([a for j in range(3) if True] - a)], k=2)
                finally:
                    b, d = ((1 < None < c) < (not d)), ''
                    pass
                try:
                    a, d = (1 < (lambda q, z=None: (q, z, c))(4) < t(True, *[a], k='yy')), [a for a in range(3) if ('yy' and None)]
                except (TypeError, KeyError) as b:
                    return (('x' * 3) or (c := True))
                    a = ((b := d) * (t(None) - (True * True)))
            except ValueError:
                c = (c := 'x')
    finally:
        d = None
        for a in ((True, 'x') * (True, None)):
            class K2:
                x = t((None, c), *[('x' + c)], k=3)
                def m(self): return a, self.x
            t(K2().m())
            break
run(27, f27)
def f28(a, b, c=3):
    d = 0
    for c in (not None):
        match 'yy':
            case [c, *_] if True:
                try:
                    for d in True:
                        continue
                        d, b = d, [[i for i in range(3) if d] for i in range(3) if None]
                    continue
                finally:
                    if ((lambda q, z=(d * True): (q, z, b))((not None)) - ((b := '') * (not True))):
                        a = (not (a if True else t(True)))
                        b = d = ((8, 7) - True)
                def g1(x, a=1):
                    b = [j for j in range(3) if ((d, True) and ('x' + d))]
                t(g1(('' - None)))
            case int() | str():
                return (b, (None * c))
                try:
                    if (b := True):
                        a, a = (c := (1 < -1 < 'yy')), None
                finally:
                    with M(True) as c:
                        c = c = b
                    d = b = a
    d, a = ((True + 5) + [7, '']), t((d - True))
    def g2(x, b=1):
        nonlocal d
        if 3:
            b, a = ((b := 'yy') != (not c)), (True if ('' >= None) else d)
            if (1 < (1 < True < ('yy' + True)) < (b := (1 < -1 < None))):
                assert ([a, d] or (not True)), t(True, *[a], k=2)
                a, *c = ((lambda q, z=None: (q, z, c))(b) if t(1, *[None], k=None) else d)
        else:
            c = ('yy' and 3)
            try:
                assert [c, (b * None)], (b if None else d)
                c, *a = ('' * (a := True))
            except ValueError as c:
                with M(True) as c:
                    d = (lambda q, z=None: (q, z, b))((t(d, *['yy'], k=d) * ('x' and -2)))
                    b = t(t((True if d else a), *[(d if 5 else True)], k=None))
        d = a
        yield 0
    t(list(g2(1)))
run(28, f28)
def f29(a, b, c=3):
    d = 0
    def g1(x, c=1):
        for b in t(d, *[(True, c)], k=9):
            w2 = 0
            while w2 < 3 and ('yy' - d):
                w2 += 1
                break
        else:
            if (1 < (9 + a) < (lambda q, z=t(a, *[a], k='yy'): (q, z, c))((None * None))):
                def g3(x, b=1):
                    nonlocal c
                    return (1 < (a - '') < [None, True])
                t(g3((not None)))
            else:
                c, d = None, (t(a, *[None], k=None) if (8 if True else 5) else 'yy')
                with M(True) as c:
                    pass
            b, a = (d := d), [(9 and a), 'x']
        for c in ((1 < None < None), t(True, *[c], k=True)):
            a = yield [(b and True), c]
        else:
            del b
        yield 0
    t(list(g1(1)))
    class K4:
        x = ((lambda q, z=True: (q, z, d))(None) if 0 else (-3, 'x'))
        def m(self): return a, self.x
    t(K4().m())
    w5 = 0
    while w5 < 3 and t(None, *[(d and None)], k=(None, '')):
        w5 += 1
        if ((d if [a for i in range(3) if None] else [True, c]), ((not True) and 'x')):
            del b
            for c in [1, 2]:
                def g6(x, c=1):
                    b = d = (not '')
                    yield 0
                t(list(g6(1)))
                for d in [1, 2]:
                    d = b = None
                    break
                else:
                    b = (None or True)
                    t((d := True))
        else:
            t(([i for i in range(3) if t(b)] if ((b + b) * (True and d)) else (c if 6 else t(None, *['yy'], k='yy'))))
    else:
        for d in gen():
            b, b = (b := a), (True, ['', b])
        with M(False) as d:
            try:
                raise ValueError((d := c))
                c = c = True
            finally:
                t((True and ((a := a) if (c + 'x') else (a if True else True))))
            pass
run(29, f29)
def f30(a, b, c=3):
    d = 0
    t((b, (t(''), True)))
    for b in range(3):
        d = c = (lambda q, z=(b := None): (q, z, d))(d)
run(30, f30)
def f31(a, b, c=3):
    d = 0
    t([a for a in range(3) if a])
    class K1:
        x = c
        def m(self): return a, self.x
    t(K1().m())
    def g2(x, b=1):
        d, d = 9, d
        yield 0
    t(list(g2(1)))
    pass
    yield 9
run(31, f31)
def f32(a, b, c=3):
    d = 0
    a = [d for a in range(3) if 'x']
    class K1:
        x = t((None, ''))
        def m(self): return c, self.x
    t(K1().m())
run(32, f32)
def f33(a, b, c=3):
    d = 0
    try:
        for a in gen():
            break
            c, *c = (not t(True, *[None], k=None))
        for d in gen():
            for c in t(('yy' >= True), *[t(c)], k=t('yy')):
                w1 = 0
                while w1 < 3 and None:
                    w1 += 1
                    continue
                    d = (b not in ((d if None else 'yy') + c))
                else:
                    raise ValueError((lambda q, z=True: (q, z, b))(a))
                    t(7)
            if t(((1 < c < d) if (b * 0) else b)):
                for b in (not ('yy' + True)):
                    t(t(((1 < True < True) or t('x')), *[d], k=d))
        else:
            def g2(x, d=1):
                nonlocal b
                t(None)
                yield 0
            t(list(g2(1)))
            try:
                try:
                    pass
                    t('')
                except ValueError as a:
                    d = ((7 - 'yy') if ((None or '') - (True < -3)) else ((3 * None) if a else None))
                finally:
                    t(((b and (lambda q, z=a: (q, z, a))(c)) and (lambda q, z=(a or d): (q, z, b))(d)))
                    d, d = b, t((None if b else b))
            finally:
                b, *b = (a == (a := 'x'))
                def g3(x, d=1):
                    pass
                    yield 0
                t(list(g3(1)))
    finally:
        match (not 'yy'):
            case [a, *_] if 'yy':
                a = c = [True, a]
            case int() | str():
                def g4(x, b=1):
                    d = t(a)
                t(g4((True == None)))
    d, *d = t('x', *[(None + True)], k=None)
    def g5(x, c=1):
        nonlocal d
        try:
            try:
                try:
                    b, c = (b := ('yy' * 8)), ((5 * True) if (d := True) else (b - ''))
                finally:
                    d = ((4 or (True and True)) * -2)
                    d = None
                assert 'x', (None - b)
            except NameError:
                pass
                if (1 < True < (not t(5))):
                    b = b = (lambda q, z=(None and a): (q, z, c))(t('', *[5], k=''))
                else:
                    t(((d := ('' or a)) - ((1 < True < 'x') if (1 < 7 < c) else True)))
            else:
                pass
            for d in range(3):
                a, *c = -3
                try:
                    t(t(9, *[(1 < [j for j in range(3) if c] < ('x' + None))], k=(('' - None) or ('yy' - 6))))
                except Exception as a:
                    t((1 < (c or ('' if c else -1)) < ''))
                else:
                    break
                    d = a = True
                finally:
                    a = ((b + (lambda q, z=None: (q, z, a))(3)) if a else a)
                    continue
        except ValueError:
            for b in t(c, *[a], k='x'):
                match (b := -3):
                    case [a, *_] if t(c):
                        t(c)
                        b = 'yy'
                    case int() | str():
                        c, c = None, ('yy', (d if 'yy' else None))
                        t(None)
                for b in gen():
                    b = None
                    a, d = True, ((b := b) + b)
            else:
                w6 = 0
                while w6 < 3 and d:
                    w6 += 1
                    b = 3
                    b = (((a and c) or (a, 'yy')) if -2 else (1 < (1 < '' < None) < [True for a in range(3) if b]))
            try:
                for c in [1, 2]:
                    a = (1 < ((b == 'x') and 'yy') < ('yy' * (8 * True)))
                    c = 'x'
                else:
                    b, b = ((c * c) or t(None)), None
                pass
            finally:
                try:
                    a = ((lambda q, z=t('yy'): (q, z, c))([-1, 2]) or (1 < ['yy', True] < [None for a in range(3) if True]))
                except ValueError as a:
                    pass
                    c, b = a, None
                else:
                    a, b = ((True and 8) - (1 < True < -2)), (1 < (None or -3) < [c, 'yy'])
                    t(-2)
        yield 0
    t(list(g5(1)))
run(33, f33)
def f35(a, b, c=3):
    d = 0
    c, *a = (d := [None for i in range(3) if d])
    a = ((1 < (True is True) < (d if 'yy' else '')) + b)
    try:
        for b in gen():
            try:
                d, *d = (lambda q, z=(not d): (q, z, d))((1 < -1 < d))
                try:
                    raise ValueError(True)
                    a = d = (0 - (7 or c))
                except Exception:
                    c = ([i for i in range(3) if b] - t((not None), *[t(True)], k=(c := True)))
                finally:
                    d = [('' == (6, True)) for i in range(3) if 'yy']
                    b = (d or t(('' * None), *[t(-3)], k=a))
            except NameError:
                try:
                    b = t((-1 and a), *[True], k=b)
                    b = (not [(a, None) for j in range(3) if 'yy'])
                except Exception as e:
                    b = d = (b := (a := True))
            finally:
                with M(False) as b:
                    continue
                break
            a = [(1 < (b, b) < (lambda q, z=c: (q, z, d))(True)), ((lambda q, z=9: (q, z, d))(None) != (True and 'yy'))]
    except NameError as d:
        w1 = 0
        while w1 < 3 and ([-1, True] or (None + d)):
            w1 += 1
            t(((t(True, *[True], k='yy') - a) + b))
    b, d = (1 < (8 * True) < c), (1 < True)
run(35, f35)
def f36(a, b, c=3):
    d = 0
    if (a and (c := 7)):
        if b:
            assert (lambda q, z=(1 < 'x' < b): (q, z, a))(t(None, *[True], k=d)), t(True, *[True], k=b)
            raise KeyError
        else:
            for b in gen():
                match ((lambda q, z=0: (q, z, b))(1), -1):
                    case [b, *_] if (1 < 1 < True):
                        pass
                        b, a = [('', True) for i in range(3) if True], 'yy'
                    case int() | str():
                        break
                for d in [1, 2]:
                    raise KeyError
            for d in range(3):
                w1 = 0
                while w1 < 3 and a:
                    w1 += 1
                    d, d = [('yy' - 5), True], 'yy'
                    t('x')
                if None:
                    continue
                    continue
                else:
                    b = c = (1 < (1 < d < 7) < (b + 4))
            else:
                d = ([True for a in range(3) if None] + t(a))
    else:
        match (not d):
            case [c, *_] if (lambda q, z=True: (q, z, d))(None):
                c = b = True
            case int() | str():
                def g2(x, d=1):
                    nonlocal a
                    try:
                        c, d = b, [c, '']
                        t((((1 < '' < None) * t(None, *[a], k=a)) - None))
                    except ValueError:
                        c, c = [i for i in range(3) if (lambda q, z=True: (q, z, c))('')], [(c - ''), (8 + '')]
                    yield 0
                t(list(g2(1)))
                raise KeyError
    for a in range(3):
        try:
            for a in 'yy':
                class K3:
                    x = d
                    def m(self): return a, self.x
                t(K3().m())
                try:
                    c, a = [t(7), d], ((1 < d < -1) or (c := c))
                except Exception as d:
                    d, a = c, (a := None)
                finally:
                    d = (c := (t(a) - ('yy' - '')))
            d, *c = d
        except NameError as c:
            del c
            for b in ([9, None] + (True not in True)):
                for d in (a - (b and -2)):
                    t((d := [(None * None), t(5, *[''], k=b)]))
                else:
                    a, a = (c if ('x' if d else d) else b), [i for i in range(3) if None]
            else:
                b = 6
                b = a = None
        finally:
            t(0)
            try:
                assert (3, 9), t('x')
            except NameError:
                if (True * b):
                    a = d = (None != ('' + a))
                    continue
                else:
                    d = c
                    continue
                c = (((None, 4) if (not c) else None) + True)
            else:
                with M(False):
                    d = d = ([8, True] if '' else (1 < 'x' < d))
                    break
                def g4(x, d=1):
                    nonlocal c
                    a = d = ((c or '') and 2)
                t(g4(t(c, *[None], k=True)))
    else:
        a = c = (not (lambda q, z=True: (q, z, d))(a))
    class K5:
        x = None
        def m(self): return c, self.x
    t(K5().m())
run(36, f36)
def f38(a, b, c=3):
    d = 0
    for c in gen():
        continue
        d = d = (lambda q, z=(not 'yy'): (q, z, a))('')
    b, *c = [(None * True), (7 - True)]
    a, b = (not ('yy' or None)), ([5 for a in range(3) if b] + None)
run(38, f38)
def f39(a, b, c=3):
    d = 0
    t((a := (['x' for j in range(3) if None] - None)))
    c = (d + (3 and t('yy')))
    try:
        try:
            with M(True) as b:
                del b
        except Exception as c:
            pass
    except NameError:
        match (not True):
            case [c, *_] if t(b, *[a], k=True):
                return (lambda q, z=None: (q, z, b))('x')
                for d in [1, 2]:
                    with M(True):
                        return ('yy' - (a := 0))
                        d = (None if ('' or (b := None)) else (a := (d + c)))
                    try:
                        return (lambda q, z=(-3 * a): (q, z, c))(None)
                        a = t((not (-3 - None)))
                    except ValueError as c:
                        t((True if None else (not (7 - d))))
                    else:
                        d = a = (b := (lambda q, z=d: (q, z, d))(True))
            case int() | str():
                match None:
                    case [b, *_] if (3 or True):
                        a = c = (d - [c for a in range(3) if 7])
                        for c in [d for j in range(3) if (True if True else True)]:
                            raise ValueError((not None))
                    case int() | str():
                        match (1 < a < (True, -1)):
                            case [b, *_] if True:
                                t(((lambda q, z=(c := None): (q, z, b))(c) + t((True or b), *[[a, True]], k=t('', *[-1], k=-1))))
                            case int() | str():
                                t(c)
                                t((not c))
                        assert 0, ('x' in None)
                for a in gen():
                    try:
                        t(((b := (1 < -3 < d)) if True else (1 < (d or a) < -1)))
                        c = (None - 'yy')
                    except (TypeError, KeyError) as d:
                        continue
        with M(True):
            if a:
                for a in gen():
                    d = b = [(not d), None]
                    c = (((True is 'x') or 6) * ((not 1) + (True, True)))
            else:
                match 'x':
                    case [c, *_] if d:
                        a = c = (1 < None < None)
                        t(-3)
                    case int() | str():
                        a = d = (not (not d))
                assert t((7 * b)), (c + b)
            a = [((c * True) * (-2 not in None)), (1 < ['', 1] < (not 'x'))]
    finally:
        a, d = ((True + b) if (not b) else (lambda q, z=d: (q, z, b))(None)), None
    yield 9
run(39, f39)
def f40(a, b, c=3):
    d = 0
    try:
        pass
        def g1(x, d=1):
            d, *b = 1
            yield 0
        t(list(g1(1)))
    except Exception as c:
        c = [t((not None)) for i in range(3) if (('yy' + 8) - (b and -3))]
    for a in range(3):
        with M(False) as a:
            for d in ('' * (True and None)):
                return (not (not 'x'))
                def g2(x, c=1):
                    raise KeyError
                t(g2((True or None)))
            else:
                for a in gen():
                    b = a = (t(None) if 'x' else (0 or True))
                    b = d
                else:
                    b = ((1 < t(None, *[-1], k=c) < c) and (a := d))
                    continue
            try:
                try:
                    a = d = None
                    t(True)
                except (TypeError, KeyError) as b:
                    continue
                    t('yy')
                finally:
                    del b
                    break
                try:
                    return ((2 or 2) or c)
                except (TypeError, KeyError):
                    d = 6
            except ValueError as e:
                with M(True) as a:
                    b = d = None
                    b = b = ((d if c else 4) and 'x')
            else:
                b, b = ((-2 and 9) and ('' - True)), 'yy'
                match [True for a in range(3) if (1 < True < 7)]:
                    case [d, *_] if [8, 'x']:
                        a = d = 'x'
                        d = d = (not [None, a])
                    case int() | str():
                        a = (1 < 2 < (c or d))
                        b = t((t(-3) and (True - d)), *[b], k=(a := (d or c)))
            finally:
                if (('yy' * t(a, *[d], k=1)) == None):
                    b, a = 'yy', None
                    c, a = 'yy', ((None or a) - (a or 3))
                else:
                    c, b = t((lambda q, z=c: (q, z, c))(a)), ((d * None) if (a * True) else (a or 9))
                a = [('' if (a + c) else (a, 'x')), [(lambda q, z=True: (q, z, c))(True) for j in range(3) if (a < True)]]
    else:
        for b in range(3):
            t((a := (t('', *[8], k=''), (-3 * b))))
        def g3(x, c=1):
            w4 = 0
            while w4 < 3 and (a := ('yy', d)):
                w4 += 1
                match [9, b]:
                    case [a, *_] if [b for j in range(3) if '']:
                        d, a = (a := t(4)), t((2 or c), *[3], k=t(d, *[None], k=2))
                    case int() | str():
                        a = (((-3 and True) >= (d - 'yy')), d)
                if [d, ([True, 'x'] if True else t(-2, *[True], k=9))]:
                    t(('x' or [a for a in range(3) if None]))
                else:
                    pass
            else:
                c = (b := ((c := None) in (not 7)))
                for a in gen():
                    break
        t(g3((b + c)))
    def g5(x, c=1):
        c = ((not b), a)
        if d:
            c = (not (b := (not 4)))
            if (a + ((6 - d) and ('' or 'x'))):
                try:
                    b = t((None - None))
                finally:
                    c, b = ([d for j in range(3) if None] - ('yy' * c)), None
                pass
        yield 0
    t(list(g5(1)))
run(40, f40)
def f41(a, b, c=3):
    d = 0
    def g1(x, b=1):
        nonlocal c
        b = 'x'
    t(g1(''))
    b = (('yy' or (True + d)) * ((not a), (None + None)))
    if True:
        d = (d - t(True))
        for c in gen():
            a = d = ((1 < True < 'x') and None)
            try:
                assert None, (None, None)
            except NameError as c:
                a = b
                class K2:
                    x = [['yy' for j in range(3) if d] for a in range(3) if (4 not in c)]
                    def m(self): return b, self.x
                t(K2().m())
            else:
                if (((True if 1 else c) and True) if (a := (-3 if True else True)) else (t(c) + (1 < True < None))):
                    break
                else:
                    return (not b)
                    break
            finally:
                try:
                    break
                except (TypeError, KeyError) as c:
                    c = True
                finally:
                    d = a = ((True and '') if a else c)
                    d = yield (1 < (True - -1) < [i for i in range(3) if True])
    else:
        for b in range(3):
            w3 = 0
            while w3 < 3 and (('x', True) * 'x'):
                w3 += 1
                for a in gen():
                    d = t(t((None or None), *[-2], k=''))
            if (c := (d := ['' for i in range(3) if c])):
                try:
                    d = [i for i in range(3) if a]
                    c = ('' * (c - (d and a)))
                except Exception as a:
                    a, d = (1 < (True or c) < (d := True)), None
                    break
                else:
                    continue
                    continue
                c, c = ('yy' and (True + '')), (lambda q, z=[d, None]: (q, z, d))((d and b))
            else:
                try:
                    c = yield ((d := None) and ('yy' + 'yy'))
                    b = (([d, 'yy'] - t('')) and 'x')
                except (TypeError, KeyError) as a:
                    c = d = t((None if 9 else True), *[t(True, *[d], k=None)], k=[True, b])
                with M(False) as c:
                    b, b = (-1 + t(None)), d
                    continue
        for c in range(3):
            if ([True, [True, None]] * (c := ('' * -2))):
                match a:
                    case [c, *_] if ('yy', None):
                        c, c = (b := t(a)), True
                    case int() | str():
                        d, a = ((1 < 5 < 7) - (b := 'x')), b
                class K4:
                    x = ['yy', 7]
                    def m(self): return b, self.x
                t(K4().m())
            else:
                try:
                    b = 3
                except ValueError as e:
                    continue
                finally:
                    d = d = (c := (d - None))
                t(None)
            assert (True < (d is d)), (b if 'yy' else 6)
    yield 9
run(41, f41)
def f42(a, b, c=3):
    d = 0
    c = yield a
    try:
        del d
        c = (1 < [('x' and None) for i in range(3) if b] < (t('') < (1 < '' < 'x')))
    finally:
        c = (a := (c and [3, None]))
        try:
            try:
                try:
                    raise KeyError
                    raise KeyError
                except (TypeError, KeyError) as b:
                    b, c = [(a + d), (-2 or None)], ['yy', a]
                finally:
                    raise KeyError
                    t((lambda q, z=(not t(True, *['yy'], k=d)): (q, z, b))((b := (None or ''))))
            finally:
                d, *c = a
        except ValueError:
            b = t((lambda q, z=('yy' != d): (q, z, a))((a * b)))
            try:
                for b in range(3):
                    break
                try:
                    a = b = (t(b) + True)
                    pass
                except NameError:
                    a = t(a, *[(not None)], k=None)
            except NameError:
                assert (t(None) and a), None
                b, *c = (('x' * b), t(None))
    yield 9
run(42, f42)
def f43(a, b, c=3):
    d = 0
    if -1:
        w1 = 0
        while w1 < 3 and True:
            w1 += 1
            for d in range(3):
                try:
                    b = a = 3
                    b = (1 < (a := t(d, *[None], k=None)) < a)
                except NameError:
                    c = True
                    d = (t((None + True), *[('' or d)], k=-3) + 6)
                else:
                    t([5, ((None if b else 9) * (b - b))])
                    break
            else:
                try:
                    b, b = 8, None
                finally:
                    break
            try:
                if ((not (d and a)) if 9 else ([True for i in range(3) if True] and (b := 'yy'))):
                    a = ((('x' - -2) if ('yy' + 'yy') else (4 * True)) or (lambda q, z=t('x', *[a], k=None): (q, z, b))(('yy', True)))
                    b = ('yy' and 5)
                def g2(x, c=1):
                    raise KeyError
                t(g2(None))
            except NameError:
                a, *b = (not [True, b])
        if None:
            assert (not (4 + True)), c
    else:
        def g3(x, b=1):
            for a in [1, 2]:
                try:
                    b = (not a)
                except (TypeError, KeyError):
                    c = True
                else:
                    t([((d >= b) + None), None])
                    d, c = (b := ''), (['', None], (not 6))
                b, c = (c := 'yy'), ((not None) < t(2))
            else:
                def g4(x, a=1):
                    t([(lambda q, z=[True, b]: (q, z, c))((not a)), b])
                    b = (t((lambda q, z=d: (q, z, a))(''), *[(not 'yy')], k=(c + 3)) or ['x' for j in range(3) if -3])
                t(g4(True))
                try:
                    d = d = a
                    b = [t(7), [(d := None), (-3, 6)]]
                finally:
                    t(d)
            yield 0
        t(list(g3(1)))
    if [([d for j in range(3) if c] - t(None, *[True], k=d)), (not (True - c))]:
        b, c = 3, (not ('yy' - 5))
        with M(False):
            pass
            t('yy')
    w5 = 0
    while w5 < 3 and [(-2 if None else a), (lambda q, z=True: (q, z, c))(c)]:
        w5 += 1
        c, d = ['yy', t(True)], ((lambda q, z=None: (q, z, a))(None) + (lambda q, z=b: (q, z, a))(c))
        a = c
    a = c = True
run(43, f43)
def f44(a, b, c=3):
    d = 0
    assert (not ''), ('yy' + 8)
    raise ValueError((True and d))
    b = (not ((b, 'x') + (None * 7)))
    yield 9
run(44, f44)
def f45(a, b, c=3):
    d = 0
    assert (not True), (b * 8)
    pass
    for d in [1, 2]:
        break
        d = b = d
    else:
        for d in gen():
            if [(not ('yy' + b)), 'x']:
                pass
        t((((b := c) != 'yy') + ((None if -1 else '') and (1 < True < 1))))
    match (t(d, *[c], k='x') or (True == True)):
        case [a, *_] if (True if c else a):
            b = d = ((2 and True), [True, None])
        case int() | str():
            class K1:
                x = (b - (True + 2))
                def m(self): return c, self.x
            t(K1().m())
            for a in gen():
                a = b = [(not b) for j in range(3) if a]
run(45, f45)
def f46(a, b, c=3):
    d = 0
    def g1(x, d=1):
        if (((d in a) - [a, None]) * -1):
            b = (True * (('x' and 'yy') - None))
        b, *c = 9
    t(g1(None))
    with M(False):
        assert ([i for i in range(3) if True] if [True for i in range(3) if 'x'] else ('yy' and True)), True
    t((1 < -3 < t([True for i in range(3) if b], *[(lambda q, z='x': (q, z, c))(None)], k=(lambda q, z=c: (q, z, d))(5))))
run(46, f46)
def f47(a, b, c=3):
    d = 0
    for c in gen():
        class K1:
            x = ((1 < True < 'x') * (5 + True))
            def m(self): return d, self.x
        t(K1().m())
        for c in gen():
            b = (d := -3)
            for c in gen():
                t((lambda q, z=t((c * True), *[(None if c else c)], k=[d, 'x']): (q, z, a))((not (True or None))))
                try:
                    b = (((lambda q, z='x': (q, z, b))(None) * (2, 0)) + ((d, b) - (c + d)))
                    d = yield t(-2, *[['yy', True]], k=('yy' * d))
                except Exception:
                    raise KeyError
            else:
                b = (lambda q, z=((c + True) or t('yy', *[d], k=True)): (q, z, a))((not None))
                c = ((8 in (d - 0)) * (not (True or b)))
        else:
            if ((d := None) == [['yy' for j in range(3) if b], [True for j in range(3) if True]]):
                raise KeyError
                try:
                    b = (a if 'x' else (2 - 'x'))
                    b = 'yy'
                except ValueError as c:
                    break
                    d = ((a or (d - 'yy')) + True)
    else:
        for c in [1, 2]:
            d = a = ((not c) + t('x', *[c], k=''))
            c = b = ((c := True) + (a or a))
        else:
            try:
                w2 = 0
                while w2 < 3 and ((c if True else 'x') or (d := 8)):
                    w2 += 1
                    t(b)
                def g3(x, d=1):
                    nonlocal b
                    t(1)
                    c = (b or ((True, 'yy') if 'x' else ('' * None)))
                t(g3(c))
            except NameError as c:
                if b:
                    a = a = t((6, 'yy'))
            else:
                t(d)
    def g4(x, b=1):
        nonlocal c
        a, *a = t(t(True), *[(not c)], k=(a := d))
    t(g4((True if True else c)))
    yield 9
run(47, f47)
def f48(a, b, c=3):
    d = 0
    assert (1 < (lambda q, z=b: (q, z, b))(True) < (1 < True < None)), (d := 9)
    a, *b = None
    yield 9
run(48, f48)
def f49(a, b, c=3):
    d = 0
    for b in gen():
        match (4, (b := a)):
            case [b, *_] if True:
                a, d = (not (1 if b else b)), t(None)
                def g1(x, d=1):
                    nonlocal b
                    try:
                        d = (((d, c) - (b + 9)) or 'yy')
                        raise KeyError
                    finally:
                        a = ((not [d for j in range(3) if 1]) * (d := (None >= 'yy')))
                    yield 0
                t(list(g1(1)))
            case int() | str():
                class K2:
                    x = [i for i in range(3) if (None if b else None)]
                    def m(self): return d, self.x
                t(K2().m())
                break
        t(((t(d) - (d or True)) if (1 < ['', ''] < t(None, *[a], k=True)) else (lambda q, z=t(0, *[0], k=4): (q, z, b))((True + -2))))
    else:
        def g3(x, a=1):
            nonlocal b
            b = t((not a), *[(a and (None if d else 8))], k=True)
        t(g3(['yy', a]))
        for b in range(3):
            c, *a = ((not c) or None)
            d, b = (1 < [-1 for j in range(3) if True] < (c + -1)), [i for i in range(3) if (d := -3)]
        else:
            c = a = [i for i in range(3) if -3]
            pass
    def g4(x, c=1):
        with M(True):
            class K5:
                x = (b, True)
                def m(self): return c, self.x
            t(K5().m())
            raise KeyError
    t(g4(t(True, *[None], k=d)))
    for c in ((lambda q, z=d: (q, z, d))(None) and True):
        d, *d = (a - t(4, *['yy'], k=True))
run(49, f49)
def f50(a, b, c=3):
    d = 0
    if t(None):
        def g1(x, b=1):
            nonlocal c
            try:
                try:
                    c = d = True
                except NameError as c:
                    b = 1
            except Exception as a:
                a, b = [(True if None else None), c], 'yy'
                assert '', a
            finally:
                for c in [1, 2]:
                    pass
                    del b
                else:
                    d, b = [('x' or '') for i in range(3) if (not '')], -2
        t(g1((-3 != None)))
    try:
        with M(False) as d:
            def g2(x, a=1):
                nonlocal b
                for c in ((b == a) + (a := a)):
                    t([a for a in range(3) if -2])
            t(g2('yy'))
        try:
            try:
                b = a = ((c + True) - True)
                c, c = True, (t(None) + True)
            except ValueError as b:
                def g3(x, d=1):
                    nonlocal c
                    c = d = (a + (b >= 5))
                t(g3(('yy', -2)))
                pass
            else:
                b = ''
                match 5:
                    case [a, *_] if 'yy':
                        c = [True, None]
                    case int() | str():
                        c = ((not None) or ['', (d + None)])
                        t(b)
            finally:
                for c in ('' not in c):
                    c = (1 < c < 'x')
                try:
                    pass
                    d = b = (1 < None < (lambda q, z=b: (q, z, d))(True))
                finally:
                    b = (lambda q, z='yy': (q, z, c))((None if 3 else c))
        except Exception as d:
            pass
            d, d = ((lambda q, z=True: (q, z, b))(None), (lambda q, z=9: (q, z, c))(a)), (not b)
        finally:
            def g4(x, c=1):
                try:
                    c, b = ((True, None), None), b
                    c = None
                except (TypeError, KeyError):
                    t(3)
                    pass
                else:
                    return (1 < 'x' < (1 < a < a))
                finally:
                    b = [i for i in range(3) if (a := (c - 3))]
                    d = None
                with M(False):
                    c = yield None
                yield 0
            t(list(g4(1)))
            assert (a := d), (8 or -3)
    finally:
        if (not -2):
            try:
                class K5:
                    x = -1
                    def m(self): return c, self.x
                t(K5().m())
            finally:
                try:
                    b = (True or (t(None) + (1 < True < d)))
                finally:
                    d, d = (-1 and (1 < b < 'x')), (True + '')
                    pass
        else:
            try:
                w6 = 0
                while w6 < 3 and (1 < -1 < (lambda q, z=True: (q, z, d))(d)):
                    w6 += 1
                    c, d = t('x'), ((True - d) or (True and None))
                with M(True):
                    c = (lambda q, z=(('yy' and c) + (8, 'yy')): (q, z, c))(((None or True) if (b not in 'yy') else (1 < None < 2)))
            except ValueError:
                d, *d = (1 < ('yy' or 4) < (lambda q, z='yy': (q, z, b))(None))
                if (('x' - None), (not [j for j in range(3) if 2])):
                    t((True or (not (not d))))
            finally:
                d = c = t(None, *[[None for j in range(3) if '']], k=(1 < None < 8))
            def g7(x, d=1):
                def g8(x, c=1):
                    c = ([(a or 'x') for j in range(3) if (None - b)] in (not (c := 'yy')))
                    c = [i for i in range(3) if (('', 'yy') or ['x' for a in range(3) if None])]
                t(g8((not None)))
            t(g7([i for i in range(3) if d]))
run(50, f50)
def f51(a, b, c=3):
    d = 0
    del d
    raise ValueError((not -2))
    a, d = ((not 'yy') and (True or a)), ([None for i in range(3) if 0] if -1 else t(True))
run(51, f51)
def f53(a, b, c=3):
    d = 0
    pass
    pass
    def g1(x, b=1):
        nonlocal d
        raise KeyError
        assert (a := (2 if 9 else True)), t(a)
    t(g1(d))
run(53, f53)
def f55(a, b, c=3):
    d = 0
    if ((True and ('' - None)) or ('' and (6 - True))):
        def g1(x, a=1):
            nonlocal c
            try:
                def g2(x, b=1):
                    a, a = t(t(-2, *[True], k=d)), None
                    yield 0
                t(list(g2(1)))
                return 4
            except ValueError as e:
                match ((True - a) or 2):
                    case [c, *_] if (c, None):
                        d, a = (d := (None, '')), ((not 'x') + 8)
                        a = True
                    case int() | str():
                        d = ('' or t(a))
                        d, a = (a := ['yy', 'x']), ''
            else:
                def g3(x, a=1):
                    del a
                    pass
                t(g3(''))
                class K4:
                    x = 9
                    def m(self): return a, self.x
                t(K4().m())
            finally:
                try:
                    c, c = ((lambda q, z=c: (q, z, c))(None) and (c := None)), ''
                    d = b = True
                except (TypeError, KeyError) as d:
                    t(2)
                else:
                    pass
                if 'yy':
                    pass
                else:
                    a = b = ((b := None) and None)
            try:
                c = (lambda q, z=None: (q, z, d))([t(True, *[a], k=True) for i in range(3) if (True and 'yy')])
                if (1 < 5 < True):
                    c, c = ([2, True] + (not None)), 'yy'
                    t(a)
            except (TypeError, KeyError) as e:
                try:
                    t(((('x' < c) if (True and None) else (d + True)) * 'x'))
                    pass
                except Exception:
                    c = (lambda q, z='x': (q, z, c))((c or t(3, *[''], k=3)))
                    t([(not a), ([-3, c] if None else (not None))])
            finally:
                class K5:
                    x = (('x' * b) - (9 - b))
                    def m(self): return a, self.x
                t(K5().m())
        t(g1([i for i in range(3) if '']))
        if (not t((6 != 1), *[(not None)], k=t(b))):
            try:
                a = d = (('yy' < 3) or t(True))
            except Exception:
                raise ValueError(t(a, *[a], k=b))
                def g6(x, d=1):
                    b = ([i for i in range(3) if (b - a)], (1 < (-1, 5) < (None + b)))
                    b, c = ((None or 'yy') + a), ((None * True) is '')
                t(g6((True, 'yy')))
            else:
                a, b = (('' - a) in ('' - None)), (c := ('yy' and a))
            finally:
                for b in gen():
                    t(d)
                    b = ''
                else:
                    c = [c for j in range(3) if (not [b for j in range(3) if 9])]
                    a = ((b, b) if (d + t(None)) else (not (4 * None)))
                class K7:
                    x = (not (not True))
                    def m(self): return b, self.x
                t(K7().m())
        else:
            raise ValueError(t(6))
            if 8:
                def g8(x, d=1):
                    nonlocal a
                    d = (t(6, *[t(d)], k=(c is '')) and ([d for i in range(3) if c] + None))
                    b = a = True
                t(g8(0))
                d, *a = ((1 < True < d) and (None - b))
    else:
        with M(True):
            for b in gen():
                for b in [1, 2]:
                    a = c = ((5 < True) - [b, d])
                    b = d = a
    a, *d = (b and (None and True))
run(55, f55)
def f56(a, b, c=3):
    d = 0
    pass
    assert ([None, c] and (lambda q, z=b: (q, z, d))(c)), (None + d)
    try:
        with M(True) as a:
            assert [(not d), (b := None)], ('' * 2)
    finally:
        d = c = t(('' or c), *[(True - a)], k=(lambda q, z=5: (q, z, a))(6))
        class K1:
            x = (lambda q, z=(True and ''): (q, z, b))((c * b))
            def m(self): return a, self.x
        t(K1().m())
    if (([None, b] not in (b or True)) or ''):
        b = (1 < ('' + t(True)) < (b := (None + b)))
        a = c = 'yy'
run(56, f56)
def f57(a, b, c=3):
    d = 0
    def g1(x, b=1):
        nonlocal d
        b = a
        try:
            t(-2)
        except ValueError:
            b = d = c
        yield 0
    t(list(g1(1)))
    with M(False):
        d = ((1 < t(c) < t(d)) - True)
    a = (lambda q, z=(c if (lambda q, z='': (q, z, b))(True) else True): (q, z, d))(True)
    if (1 < ('x' - (1 < None < 'yy')) < (b + (not None))):
        a, a = d, [(1 < 'x' < ''), (not 8)]
run(57, f57)
def f58(a, b, c=3):
    d = 0
    def g1(x, d=1):
        pass
        c, *c = (c if (1 < d < 'yy') else '')
    t(g1((4 * None)))
    t(a)
    yield 9
run(58, f58)
def f59(a, b, c=3):
    d = 0
    try:
        if ((t(b, *[a], k='') and (True if 6 else True)) * 'yy'):
            try:
                for b in 6:
                    a = t(t(t(True, *[b], k=c), *[['yy', True]], k=(c, 'x')), *[[t(None), t('x', *[''], k=True)]], k=(('' if True else 2) * [9 for j in range(3) if b]))
            except (TypeError, KeyError):
                try:
                    raise ValueError(5)
                    t((1 < (not t(0)) < True))
                except (TypeError, KeyError):
                    b, b = (None - a), ((a if True else 0) + ('yy', d))
            finally:
                if None:
                    a = (True if t(('yy' + 'x'), *[(True - None)], k=a) else ('x' not in 4))
                    a, b = True, ''
                else:
                    t([((b + 'x') if (True, True) else t(None)), (lambda q, z=['' for i in range(3) if b]: (q, z, c))((None != True))])
                for d in (True, d):
                    a = None
    finally:
        return (('yy' if 5 else None) if (True, -2) else (True in a))
        c, a = (lambda q, z=[7, True]: (q, z, d))((1 < 'yy' < True)), ([None, None] or t(True))
    match (lambda q, z=(True - 'x'): (q, z, b))((a := 7)):
        case [d, *_] if c:
            try:
                pass
                assert 'yy', (b := c)
            except NameError as e:
                try:
                    try:
                        d, b = True, t(t(c), *[('x' * None)], k=(d, True))
                        c = None
                    except NameError as b:
                        b, d = (c := (None, None)), (not (1 < c < d))
                        a, b = (not True), ((True * None) == (True, c))
                    else:
                        a, c = ((d if None else a) if b else True), (t(None) and (a - -3))
                        b, b = (a := True), d
                    finally:
                        c = b = t((lambda q, z=None: (q, z, b))(True))
                        d = ([('x' - -3), [None for a in range(3) if d]] if (not (lambda q, z=b: (q, z, a))(None)) else [True, t(d, *[None], k=-3)])
                except (TypeError, KeyError) as a:
                    def g1(x, d=1):
                        t(-2)
                        pass
                    t(g1((d and -3)))
                    with M(True) as b:
                        a = d = None
                finally:
                    try:
                        b = ((1 < [None, ''] < 'yy') and 2)
                    except NameError as c:
                        a, b = b, (b and (lambda q, z=d: (q, z, a))('yy'))
                    finally:
                        pass
                        del d
                    try:
                        del c
                        c = t('yy', *[((True or None) or (b := d))], k=b)
                    finally:
                        pass
                        t((1 < (lambda q, z=(None or None): (q, z, b))('yy') < None))
            else:
                class K2:
                    x = ((not a) or [None, c])
                    def m(self): return c, self.x
                t(K2().m())
                raise KeyError
            finally:
                a = c = (not (lambda q, z=True: (q, z, c))(None))
        case int() | str():
            b = None
            pass
    assert (d if t(0) else (3, d)), 'x'
run(59, f59)
