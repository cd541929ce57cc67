# SPDX-License-Identifier: GPL-3.0-or-later
"""Teaches a small convolutional network to read handwritten digits, on several ranks with DistributedDataParallel over gloo.

The data are 1797 images of 8 x 8 pixels. Each rank trains on its share of four fifths of them; rank 0 measures on the rest.
Every LOG_EVERY steps a rank prints one line of name=value pairs.
"""
import gzip
import os
import time

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

DATA = os.environ.get("DATA", os.path.join(os.path.dirname(os.path.abspath(__file__)), "digits.csv.gz"))
EPOCHS = int(os.environ.get("EPOCHS", "20"))
BATCH = int(os.environ.get("BATCH", "16"))
LEARNING_RATE = float(os.environ.get("LEARNING_RATE", "0.05"))
LOG_EVERY = int(os.environ.get("LOG_EVERY", "5"))


def load():
    with gzip.open(DATA, "rt") as file:
        rows = [[float(value) for value in line.split(",")] for line in file]
    table = torch.tensor(rows)[torch.randperm(len(rows), generator=torch.Generator().manual_seed(7))]
    images = table[:, :64].reshape(-1, 1, 8, 8) / 16 - 0.3
    labels = table[:, 64].long()
    held = len(rows) // 5
    return images[held:], labels[held:], images[:held], labels[:held]


def network():
    def block(inner, outer):
        return [nn.Conv2d(inner, outer, 3, padding=1, bias=False), nn.BatchNorm2d(outer), nn.ReLU()]

    return nn.Sequential(*block(1, 48), *block(48, 64), *block(64, 64), nn.MaxPool2d(2), *block(64, 128), *block(128, 128),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(128, 10))


def shifted(images):
    """Each image moved by at most one pixel: digits do not stand still either."""
    moves = torch.randint(-1, 2, (2,)).tolist()
    return torch.roll(images, moves, dims=(2, 3))


def say(**values):
    print(" ".join(f"{name.replace('_per_', '/')}={value}" for name, value in values.items()), flush=True)


def measure(model, images, labels):
    model.eval()
    with torch.no_grad():
        output = model(images)
        loss = nn.functional.cross_entropy(output, labels).item()
        accuracy = (output.argmax(1) == labels).float().mean().item()
    model.train()
    return loss, accuracy


def main():
    torch.set_num_threads(1)
    dist.init_process_group("gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    print(f"rank {rank} of {world} is ready, PyTorch {torch.__version__}", flush=True)
    images, labels, held_images, held_labels = load()
    torch.manual_seed(1)
    model = network()
    parallel = DistributedDataParallel(model)
    optimizer = torch.optim.SGD(parallel.parameters(), lr=LEARNING_RATE, momentum=0.9, weight_decay=1e-4)
    steps = len(images) // (world * BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=EPOCHS * steps)
    torch.manual_seed(100 + rank)
    step, seen, since = 0, 0, time.monotonic()
    for epoch in range(1, EPOCHS + 1):
        order = torch.randperm(len(images), generator=torch.Generator().manual_seed(epoch))[rank::world]
        for index in range(steps):
            chosen = order[index * BATCH:(index + 1) * BATCH]
            output = parallel(shifted(images[chosen]))
            loss = nn.functional.cross_entropy(output, labels[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rate = schedule.get_last_lr()[0]
            schedule.step()
            step, seen = step + 1, seen + len(chosen)
            if step % LOG_EVERY == 0:
                accuracy = (output.argmax(1) == labels[chosen]).float().mean().item()
                now = time.monotonic()
                say(epoch=epoch, step=step, loss=f"{loss.item():.4f}", accuracy=f"{accuracy:.4f}", lr=f"{rate:.5f}", samples_per_s=f"{seen / (now - since):.0f}")
                seen, since = 0, now
        if rank == 0:
            loss, accuracy = measure(model, held_images, held_labels)
            say(epoch=epoch, step=step, val_loss=f"{loss:.4f}", val_accuracy=f"{accuracy:.4f}")
    _, accuracy = measure(model, held_images, held_labels)
    print(f"final accuracy={accuracy:.4f}", flush=True)
    dist.destroy_process_group()


main()
