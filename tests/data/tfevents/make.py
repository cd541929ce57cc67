# SPDX-License-Identifier: GPL-3.0-or-later
# Writes tests/data/tfevents with the writer of TensorBoard itself and lists what its EventAccumulator reads from it.
import os
import sys

import numpy as np
from tensorboard.summary.writer.event_file_writer import EventFileWriter
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.plugins.scalar import metadata as sm
from tensorboard.util import tensor_util
out = sys.argv[1]
def write(folder, events):
    w = EventFileWriter(folder)
    for e in events: w.add_event(e)
    w.close()
base = 1795000000.25
def old(step, **values):  # torch.utils.tensorboard: simple_value
    return Event(wall_time=base + step * 0.5, step=step, summary=Summary(value=[Summary.Value(tag=t.replace("__", "/"), simple_value=v) for t, v in values.items()]))
def new(step, dtype=np.float32, **values):  # tf.summary.scalar: a tensor of rank 0 with the scalars plugin's metadata
    vs = []
    for t, v in values.items():
        md = sm.create_summary_metadata(display_name="", description="")
        vs.append(Summary.Value(tag=t.replace("__", "/"), tensor=tensor_util.make_tensor_proto(np.array(v, dtype=dtype)), metadata=md))
    return Event(wall_time=base + step * 0.5, step=step, summary=Summary(value=vs))
rng = np.random.default_rng(7)
write(os.path.join(out, "train"), [old(s, loss=float(2.3 * np.exp(-s / 300) + 0.1 + 0.02 * rng.standard_normal()), train__lr=1e-3 * (1 - s / 1000)) for s in range(0, 1000, 10)] + [old(1000, loss=float("nan"), train__lr=0.0), old(1010, loss=float("inf"), train__lr=0.0)])
write(os.path.join(out, "validation"), [new(s, loss=2.4 * np.exp(-s / 280) + 0.15, accuracy=1 - np.exp(-s / 250)) for s in range(100, 1001, 100)] + [new(1100, np.float64, loss=0.125, accuracy=0.97)])
