// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/tone.h"

#include <QList>
#include <QString>

namespace views {

/// Whether a cluster answers, as far as we know.
enum class Health
{
    Unknown,
    Checking,
    Connected,
    Stale,
    Failed
};

/// A cluster that can be chosen. Names come from files of the user: plain text only.
struct ContextEntry
{
    QString name = {};
    QString detail = {}; ///< the server's address
    Health health = Health::Unknown;
    QString healthText = {}; ///< "12 ms", or why not
    bool sandbox = false;

    bool operator==(const ContextEntry &) const = default;
};

inline models::Tone toneOf(Health health)
{
    switch (health) {
    case Health::Connected:
        return models::Tone::Good;
    case Health::Stale:
        return models::Tone::Warning;
    case Health::Failed:
        return models::Tone::Bad;
    case Health::Unknown:
    case Health::Checking:
        break;
    }
    return models::Tone::Neutral;
}

inline models::StateShape shapeOf(Health health)
{
    switch (health) {
    case Health::Connected:
        return models::StateShape::Running;
    case Health::Stale:
        return models::StateShape::Restarting;
    case Health::Failed:
        return models::StateShape::Failed;
    case Health::Checking:
        return models::StateShape::Pending;
    case Health::Unknown:
        break;
    }
    return models::StateShape::Unknown;
}

} // namespace views
