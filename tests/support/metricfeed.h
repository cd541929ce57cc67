// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/jobmetrics.h"
#include "models/metrics/metrictap.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <cmath>

/// A training's log lines, read for metrics as if a job ran.
namespace metricfeed {

/// Steps of several ranks with loss, accuracy, learning rate and speed; one loss is nan.
inline void feed(models::JobMetrics &metrics, int ranks, int steps, int from = 0)
{
    QRandomGenerator random {quint32(ranks)};
    const auto tap = metrics.tap();
    for (int rank = 0; rank < ranks && from == 0; ++rank)
        tap->sourceAdded(
            {.id = rank, .rank = rank, .label = rank == 0 ? QString("master-0") : QString("worker-%1").arg(rank - 1)});
    for (int step = from; step < from + steps; ++step) {
        for (int rank = 0; rank < ranks; ++rank) {
            const double loss = 2.3 * std::exp(-step / (steps / 4.0)) + 0.1
                + (random.generateDouble() - 0.5) * 0.2 * std::exp(-step / double(steps)) + 0.02 * rank;
            const QByteArray text = "epoch=" + QByteArray::number(step * 10 / (from + steps))
                + " step=" + QByteArray::number(step)
                + " loss=" + (step == steps / 3 && rank == 0 ? "nan" : QByteArray::number(loss))
                + " accuracy=" + QByteArray::number(std::max(0.0, 1 - loss / 2.4))
                + " lr=" + QByteArray::number(1e-3 * std::cos(step / double(steps)))
                + " samples/sec=" + QByteArray::number(1800 + random.bounded(200));
            tap->line(rank, step, (1'795'000'000'000 + step * 120) * 1'000'000,
                      {text.constData(), size_t(text.size())});
        }
    }
    tap->flush();
    metrics.flush();
}

/// One line of rank 0, as if it came after feed().
inline void line(models::JobMetrics &metrics, qint64 number, qint64 milliseconds, const QByteArray &text)
{
    metrics.tap()->line(0, number, milliseconds * 1'000'000, {text.constData(), size_t(text.size())});
    metrics.tap()->flush();
    metrics.flush();
}

} // namespace metricfeed
