def stop():
    raise KeyboardInterrupt


try:
    stop()
except Exception:
    print("not here")
except BaseException as e:
    print(type(e).__name__, repr(e))
raise SystemExit("leaving")
