"""The same digest by pandas: read_excel and groupby. Prints what log-others.mjs prints."""
import json
import resource
import sys
import time

try:
    import openpyxl  # noqa: F401
    import pandas
except ImportError:
    print("null")
    sys.exit()

start = time.perf_counter()
rows = pandas.read_excel(sys.argv[1], dtype=str)
group, unit, account = rows.columns[1:4]
counts = rows.groupby([group, unit, account]).size()
figures = []
for (of, name), own in counts.groupby(level=[0, 1]):
    spread = sorted(own, reverse=True)
    figures.append([f"{of}|{name}", sum(spread), len(spread), *(sum(spread[:k]) for k in (1, 3, 5))])
seconds = time.perf_counter() - start
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "megabytes": megabytes, "figures": [[k, *map(int, f)] for k, *f in figures]}))
