"""The conformance suite of Jupyter, with every attribute given, so that no test of it is skipped."""
import jupyter_kernel_test as jkt


class MongeKernelTests(jkt.KernelTests):
    kernel_name = "monge"
    language_name = "monge"
    file_extension = ".mg"

    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"

    completion_samples = [
        {"text": "zi", "matches": {"zip"}},
        {"text": "'abc'.swapc", "matches": {"swapcase"}},
    ]

    complete_code_samples = ["1", "print('hello, world')", "def f(x):\n    return x * 2\n\n", "x = [1,\n     2]"]
    incomplete_code_samples = ["print('''hello", "def f(x):", "x = [1,", "for i in range(3):\n    print(i)"]
    invalid_code_samples = ["import = 7q", "x = )", "print('hello"]

    code_page_something = "zip?"
    code_generate_error = "raise ValueError('deliberate')"

    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "[n * n for n in range(1, 4)]", "result": "[1, 4, 9]"},
    ]
    code_display_data = [
        {"code": "display('text')", "mime": "text/plain"},
        {"code": "class H:\n    def _repr_html_(self):\n        return '<b>bold</b>'\ndisplay(H())", "mime": "text/html"},
        {"code": "import matplotlib.pyplot as plt\nplt.plot([1, 2]);\nplt.show()", "mime": "image/png"},
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 ? 2*"

    code_inspect_sample = "zip"
    code_clear_output = "clear_output()"


class MongeWelcomeTests(jkt.IopubWelcomeTests):
    kernel_name = "monge"
    support_iopub_welcome = True
