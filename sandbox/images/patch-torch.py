#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's PyTorch 2.6 is built without libuv. USE_LIBUV=0 tells most of it; two calls behind torchrun do not listen. ROOT is the image's root."""
import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1]) / "usr/lib/python3/dist-packages/torch/distributed"
EDITS = [
    ("elastic/rendezvous/static_tcp_rendezvous.py",
     "                multi_tenant=True,\n            )",
     "                multi_tenant=True,\n                use_libuv=False,\n            )"),
    ("rendezvous.py",
     "            is_master=False,\n            timeout=timeout,\n        )",
     "            is_master=False,\n            timeout=timeout,\n            use_libuv=use_libuv,\n        )"),
]
for name, old, new in EDITS:
    path = ROOT / name
    text = path.read_text()
    if new in text:
        continue
    if text.count(old) != 1:
        sys.exit(f"{path}: the lines to change were not found: another version of PyTorch?")
    path.write_text(text.replace(old, new))
