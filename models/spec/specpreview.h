// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// A pod that an operator will make.
struct PreviewPod
{
    QString name; ///< a random end is written as an asterisk
    QString role; ///< Master, Worker, Launcher, node ...
    int rank = -1; ///< -1: takes no part in the training
    QString host; ///< DNS name that the other pods use; empty if there is none
    QString image;
    QStringList environment; ///< what the operator adds: "RANK=0"
    double cpu = 0; ///< cores asked for
    double memory = 0; ///< bytes
    double gpus = 0;
    QString gpuResource; ///< what they are called: "nvidia.com/gpu"; of several the last

    bool operator==(const PreviewPod &) const = default;
};

/// What the cluster will make of a text. Texts are in the user's language; names come from the text: plain text only.
struct SpecPreview
{
    QList<PreviewPod> pods; ///< the first 200
    int podCount = 0; ///< all of them
    QStringList others; ///< "ConfigMap digits-code", "Service digits-ddp-master-0"
    double cpu = 0, memory = 0, gpus = 0; ///< totals of all pods
    QString ns; ///< that the text names for its pods; empty: the one that is launched into
    QStringList consequences; ///< sentences on cleanPodPolicy, ttlSecondsAfterFinished, backoffLimit ...

    /// What stands for the namespace where the text names none: "<namespace>".
    static QString openNamespace();
    /// "3 pods · 3 CPU · 1.5 GiB · 0 GPU"
    QString total() const;
    bool operator==(const SpecPreview &) const = default;
};

} // namespace models
