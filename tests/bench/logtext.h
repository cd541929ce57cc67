// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

namespace bench {

/// Lines as a training job writes them: seven in ten name a step and five figures. 112 bytes a line, 31 more with the
/// kubelet's time stamps.
inline QByteArray logText(qint64 lines, quint32 seed, bool stamps)
{
    QRandomGenerator random(seed);
    QByteArray out;
    out.reserve(lines * 150);
    const qint64 start = 1'795'486'950'000;
    for (qint64 i = 0; i < lines; ++i) {
        if (stamps)
            out += QDateTime::fromMSecsSinceEpoch(start + i, QTimeZone::UTC)
                       .toString("yyyy-MM-ddTHH:mm:ss.zzz")
                       .toLatin1()
                + "456789Z ";
        const quint32 kind = random.bounded(20U);
        if (kind < 14)
            out += "[rank" + QByteArray::number(seed % 64)
                + "]: INFO trainer.py:115 epoch=" + QByteArray::number(i / 1000) + " step=" + QByteArray::number(i)
                + " loss=" + QByteArray::number(2.3 / double(i % 977 + 1), 'f', 6) + " lr=0.000100 grad_norm="
                + QByteArray::number(random.bounded(900) / 100.0) + " samples/sec=1904.3 mem=12.4GiB\n";
        else if (kind < 19)
            out += "INFO:root:loading shard-" + QByteArray::number(random.bounded(20000U))
                + " from /data/train/part, prefetching the next block for the input pipeline of this worker\n";
        else
            out += "WARNING: data loader is slow, worker waited " + QByteArray::number(random.bounded(900U))
                + " ms for the next batch of its queue\n";
    }
    return out;
}

} // namespace bench
