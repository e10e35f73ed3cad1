data = {"user": {"name": None, "tags": [1, 2, 3]}}
index = 7
value = data["user"]["tags"][0] + data["user"]["tags"][index] * 2
