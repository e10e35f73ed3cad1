package notebooks

import "slices"

// Tags of cells that the runner knows.
const (
	tagParameters = "parameters"
	tagInjected   = "injected-parameters"
	tagRaises     = "raises-exception"
	tagSkip       = "skip-execution"
)

// Inject puts a cell with the parameters where papermill puts it: in place of the cell injected by an earlier run, else
// after the cell tagged "parameters", else on top. It records the parameters in the notebook's metadata. The result
// reports whether a cell tagged "parameters" was found.
func (nb *Notebook) Inject(ps Params) bool {
	cell := NewCell(Code, ps.Source())
	cell.Metadata().Set("tags", []any{tagInjected})
	declared := nb.findTagged(tagParameters)
	if old := nb.findTagged(tagInjected); old >= 0 {
		if id := nb.Cells[old].ID(); id != "" {
			cell.Fields.Set("id", id)
			nb.Cells[old] = cell
		} else {
			nb.Cells = slices.Delete(nb.Cells, old, old+1)
			nb.insertCell(old, cell)
		}
	} else {
		nb.insertCell(declared+1, cell)
	}
	nb.Metadata().subObject("papermill").Set("parameters", ps.Object())
	return declared >= 0
}

// Undeclared returns the parameters that the cell tagged "parameters" does not assign.
func (nb *Notebook) Undeclared(ps Params) []string {
	declared, _ := nb.DeclaredParams()
	var names []string
	for _, p := range ps {
		if !slices.ContainsFunc(declared, func(d ParamInfo) bool { return d.Name == p.Name }) {
			names = append(names, p.Name)
		}
	}
	return names
}
