counter = 1


def bump():
    return conter + 1


bump()
