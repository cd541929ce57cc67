// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// One object of a text beside what the cluster holds of it. Both texts are manifests without what servers manage.
struct LiveDifference
{
    QString title; ///< "PyTorchJob digits-ddp"
    int document = 0;
    bool exists = false; ///< on the cluster
    QString live; ///< as it is
    QString after; ///< as it would be, defaults of the server included

    bool operator==(const LiveDifference &) const = default;
};

} // namespace models
