// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace models {

/// What a cell or state means; views/theme decides how that looks.
enum class Tone
{
    Neutral,
    Good, ///< Running, Succeeded, Ready
    Busy, ///< Created, Pulling, Restarting
    Waiting, ///< Pending, Suspended
    Warning,
    Bad, ///< Failed
};

/// The shape that goes with a state, so that it is never told by colour alone.
enum class StateShape
{
    None,
    Running,
    Succeeded,
    Failed,
    Pending,
    Suspended,
    Restarting,
    Unknown
};

} // namespace models

Q_DECLARE_METATYPE(models::Tone)
Q_DECLARE_METATYPE(models::StateShape)
