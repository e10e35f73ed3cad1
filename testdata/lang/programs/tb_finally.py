def work():
    try:
        print("working")
        raise ValueError("first")
    finally:
        print("cleanup")
        [][0]


work()
