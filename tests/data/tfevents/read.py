# SPDX-License-Identifier: GPL-3.0-or-later
import sys, glob, os
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util import tensor_util
root = sys.argv[1]
for run in sorted(os.listdir(root)):
    if not os.path.isdir(os.path.join(root, run)): continue
    acc = EventAccumulator(os.path.join(root, run), size_guidance={"scalars": 0, "tensors": 0}); acc.Reload()
    rows = []
    for tag in acc.Tags()["scalars"]:
        rows += [(tag, e.step, e.wall_time, e.value) for e in acc.Scalars(tag)]
    for tag in acc.Tags()["tensors"]:
        rows += [(tag, e.step, e.wall_time, float(tensor_util.make_ndarray(e.tensor_proto))) for e in acc.Tensors(tag)]
    for tag, step, wall, value in rows: print(f"{run},{tag},{step},{wall:.6f},{value:.9g}")
