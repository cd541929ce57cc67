// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/commandpalette.h"

#include <array>

namespace app {

inline constexpr auto noKey = QKeyCombination::fromCombined(0);

/// One action of the program: everything that can be run from the palette or by a key.
struct Command
{
    enum Id
    {
        GoOverview,
        GoTraining,
        GoLaunch,
        GoNodes,
        GoClusters,
        GoSettings,
        GoRules,
        NewJob,
        LaunchSample,
        OpenLog,
        OpenKubeconfig,
        StartSandbox,
        StopSandbox,
        Reconnect,
        ToggleScheme,
        ToggleProjector,
        ToggleFullScreen,
        ToggleRail,
        OpenPalette,
        Quit,
        Count
    };
    Id id;
    const char *text; ///< QT_TRANSLATE_NOOP("Command", ...)
    const char *icon;
    QKeyCombination key = noKey;
    bool needsCluster = false;
};

// clang-format off
inline constexpr std::array<Command, Command::Count> commands {{
    {Command::GoOverview, QT_TRANSLATE_NOOP("Command", "Go to Overview"), "overview", Qt::CTRL | Qt::Key_1, true},
    {Command::GoTraining, QT_TRANSLATE_NOOP("Command", "Go to Training"), "training", Qt::CTRL | Qt::Key_2, true},
    {Command::GoLaunch, QT_TRANSLATE_NOOP("Command", "Go to Launch"), "launch", Qt::CTRL | Qt::Key_3},
    {Command::GoNodes, QT_TRANSLATE_NOOP("Command", "Go to Nodes"), "nodes", Qt::CTRL | Qt::Key_7, true},
    {Command::GoClusters, QT_TRANSLATE_NOOP("Command", "Choose a cluster"), "cluster", Qt::CTRL | Qt::Key_0},
    {Command::GoSettings, QT_TRANSLATE_NOOP("Command", "Settings"), "settings", Qt::CTRL | Qt::Key_Comma},
    {Command::GoRules, QT_TRANSLATE_NOOP("Command", "Rules for metrics"), "chart"},
    {Command::NewJob, QT_TRANSLATE_NOOP("Command", "New job"), "plus", Qt::CTRL | Qt::Key_N},
    {Command::LaunchSample, QT_TRANSLATE_NOOP("Command", "Launch the sample"), "play", noKey, true},
    {Command::OpenLog, QT_TRANSLATE_NOOP("Command", "Open a log…"), "log", Qt::CTRL | Qt::Key_O},
    {Command::OpenKubeconfig, QT_TRANSLATE_NOOP("Command", "Open a kubeconfig…"), "open"},
    {Command::StartSandbox, QT_TRANSLATE_NOOP("Command", "Start the sandbox"), "sandbox"},
    {Command::StopSandbox, QT_TRANSLATE_NOOP("Command", "Stop the sandbox"), "stop"},
    {Command::Reconnect, QT_TRANSLATE_NOOP("Command", "Reconnect"), "refresh", Qt::Key_F5, true},
    {Command::ToggleScheme, QT_TRANSLATE_NOOP("Command", "Light or dark"), "sun", Qt::CTRL | Qt::SHIFT | Qt::Key_L},
    {Command::ToggleProjector, QT_TRANSLATE_NOOP("Command", "Projector mode"), "search", Qt::CTRL | Qt::SHIFT | Qt::Key_P},
    {Command::ToggleFullScreen, QT_TRANSLATE_NOOP("Command", "Full screen"), "overview", Qt::Key_F11},
    {Command::ToggleRail, QT_TRANSLATE_NOOP("Command", "Collapse or expand the rail"), "sidebar", Qt::CTRL | Qt::Key_B},
    {Command::OpenPalette, QT_TRANSLATE_NOOP("Command", "Search or run"), "search", Qt::CTRL | Qt::Key_K},
    {Command::Quit, QT_TRANSLATE_NOOP("Command", "Quit"), "cross", Qt::CTRL | Qt::Key_Q},
}};
// clang-format on

} // namespace app
