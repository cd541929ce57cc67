// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/joblogs.h"

#include <QWidget>

#include <memory>

namespace views {

class LogView;

/// The log reader of one job: what is shown (ranks, sources, level, interleaved or in lanes), search, highlighters,
/// jumps, bookmarks, follow, save. Everything has a key, which its tool tip names. The logs must outlive it. Also shows
/// any other LogDocument.
class LogsTab : public QWidget
{
    Q_OBJECT
public:
    explicit LogsTab(models::LogDocument &document, QWidget *parent = nullptr);
    ~LogsTab() override;

    enum class Level
    {
        All,
        WarningsAndErrors,
        Errors
    };

    LogView &view() const;
    /// Show one pod's lines only (empty: all).
    void showPod(const QString &pod);
    /// Bring a line of a source into view, e.g. the one that a point on a curve was read from.
    void showLine(int source, qint64 line);
    void setLevel(Level level);
    void setLanes(bool lanes);
    void focusSearch();

signals:
    /// Show the point of the curve that was read from a line. Offered while somebody is connected.
    void pointRequested(int source, qint64 line);

protected:
    void connectNotify(const QMetaMethod &signal) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace views
