#!/bin/sh
# Run every fuzz target of the repository for FUZZTIME each.
set -e
GO=${GO:-go}
FUZZTIME=${FUZZTIME:-3s}
grep -rl --include='*_test.go' '^func Fuzz' . | sort | while read -r file; do
    dir=$(dirname "$file")
    sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file" | while read -r target; do
        echo "fuzz $dir $target"
        "$GO" test -run '^$' -fuzz "^$target\$" -fuzztime "$FUZZTIME" "$dir"
    done
done
