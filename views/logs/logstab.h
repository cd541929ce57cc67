// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/joblogs.h"

#include <QWidget>

#include <memory>

namespace views {

class LogView;

/// The log reader of one job: chips per rank, search, follow, time stamps, save, jump to the first error. The logs must
/// outlive it. Also shows any other LogDocument.
class LogsTab : public QWidget
{
    Q_OBJECT
public:
    explicit LogsTab(models::LogDocument &document, QWidget *parent = nullptr);
    ~LogsTab() override;

    LogView &view() const;
    /// Show one pod's lines only (empty: all).
    void showPod(const QString &pod);
    /// Bring a line of a source into view, e.g. the one that a point on a curve was read from.
    void showLine(int source, qint64 line);
    void focusSearch();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
