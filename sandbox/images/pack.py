#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs one root file system as an OCI archive under one or more names.

pack.py LAYER OUT.tar NAME=ENTRYPOINT_JSON... [env:K=V...] [user:U]

LAYER is a tar file, or a folder that becomes one (owner root, no times: the same input gives the same archive).
"""
import hashlib
import io
import json
import os
import sys
import tarfile
import tempfile

PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def plain(entry):
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = 0
    return entry


def tar_of(folder):
    path = tempfile.NamedTemporaryFile(dir=os.path.dirname(os.path.abspath(folder)), suffix=".layer", delete=False).name
    with tarfile.open(path, "w") as layer:
        for name in sorted(os.listdir(folder)):
            layer.add(os.path.join(folder, name), name, filter=plain)
    return path


def main():
    layer, out, *rest = sys.argv[1:]
    env = [PATH] + [word[4:] for word in rest if word.startswith("env:")]
    user = next((word[5:] for word in rest if word.startswith("user:")), "")
    names = [word.split("=", 1) for word in rest if not word.startswith(("env:", "user:"))]
    made = tar_of(layer) if os.path.isdir(layer) else None
    path = made or layer
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()

    with tarfile.open(out, "w") as archive:
        stored = set()

        def add(name, data):
            if name in stored:
                return
            stored.add(name)
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))

        def put(kind, value):
            blob = json.dumps(value, sort_keys=True).encode()
            sha = hashlib.sha256(blob).hexdigest()
            add(f"blobs/sha256/{sha}", blob)
            return {"mediaType": f"application/vnd.oci.image.{kind}.v1+json", "digest": "sha256:" + sha, "size": len(blob)}

        archive.add(path, f"blobs/sha256/{digest}", filter=plain)
        manifests = []
        for name, entrypoint in names:
            config = put("config", {"architecture": "amd64" if os.uname().machine == "x86_64" else "arm64", "os": "linux",
                                    "config": {"User": user, "Env": env, "Entrypoint": json.loads(entrypoint)},
                                    "rootfs": {"type": "layers", "diff_ids": ["sha256:" + digest]}})
            manifest = put("manifest", {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": config,
                                        "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": "sha256:" + digest,
                                                    "size": os.path.getsize(path)}]})
            manifests.append({**manifest, "annotations": {"io.containerd.image.name": name}})
        add("index.json", json.dumps({"schemaVersion": 2, "manifests": manifests}).encode())
        add("oci-layout", json.dumps({"imageLayoutVersion": "1.0.0"}).encode())
    if made:
        os.unlink(made)


main()
