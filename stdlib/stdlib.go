// Package stdlib links every module that programs of the language may import: import it for its side effect. Each
// module lives in a folder of its own and registers its declaration tables with dsl/bind.
package stdlib

import (
	_ "monge/stdlib/data"
	_ "monge/stdlib/np"
	_ "monge/stdlib/ot"
	_ "monge/stdlib/plt"
)
