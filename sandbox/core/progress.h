// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/core/problem.h"

#include <QByteArray>
#include <optional>

namespace sandbox {

/// One line of progress. The window reads these as JSON lines.
struct Progress
{
    QString step; ///< components, images, room, control-plane, node, kubeflow, ready, failed
    QString title; ///< what the step is, as a heading
    QString text; ///< what is being done just now
    int done = 0;
    int total = 1;
    int expectedSeconds = 0; ///< of the whole step on two cores; 0: not known
};

/// {"step":…,"title":…,"done":…,"total":…,"text":…,"expectedSeconds":…}
[[nodiscard]] QByteArray toJsonLine(const Progress &progress);
/// A line that one of the scripts printed; nothing where it is not one of ours.
[[nodiscard]] std::optional<Progress> parseProgress(const QByteArray &line);

/// Tells the user, or the window, how far the work is. Prints to stdout.
class Reporter
{
public:
    explicit Reporter(bool json);

    void report(const Progress &progress);
    /// What is to be known though the work goes on: a line that stays, on a terminal too.
    void remark(const QString &text);
    void ready(const QString &kubeconfig);
    /// Ends the line of a terminal.
    void finish();
    void failed(const Problem &problem);

private:
    void printLine(const QByteArray &line);

    bool m_json;
    bool m_terminal;
    QString m_lastText;
};

} // namespace sandbox
