// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

class QPushButton;
class QStackedLayout;
class QTimer;

namespace models {
class ResourceTable;
}

namespace views {

class EmptyState;
class Label;
class Skeleton;
class TableView;

/// Holds a view and shows one of its five faces: loading (skeleton after 150 ms), empty (one sentence, one action),
/// full, stale (data kept, a line above it says since when), failed (sentence, cause, remedy, Retry).
class FiveFaces : public QWidget
{
    Q_OBJECT
public:
    enum class Face
    {
        Loading,
        Empty,
        Full,
        Stale,
        Failed
    };

    explicit FiveFaces(QWidget *content, QWidget *parent = nullptr);

    Face face() const { return m_face; }
    /// Room between the stale line and the content, pixels; 0 inside a card.
    void setGap(int gap);
    void showLoading();
    void showFull();
    void showStale(const models::Problem &problem, const QDateTime &since);
    void showFailed(const models::Problem &problem);
    void showEmpty();
    void setEmpty(const QString &icon, const QString &sentence, const QString &hint = {}, const QString &action = {});

    /// Choose the face by a table's freshness and rows from now on. Retry goes to the table.
    void follow(models::ResourceTable &table, TableView *view = nullptr);

signals:
    void retryRequested();
    void emptyActionTriggered();
    /// The table has rows, but the filter hides them all, and the user wants to see them.
    void clearFilterRequested();

private:
    void setFace(Face face);
    void followNow();
    void tellAge();
    QWidget *makeBanner();

    QWidget *m_content;
    QStackedLayout *m_stack;
    QWidget *m_banner;
    Label *m_bannerText;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    EmptyState *m_failed;
    EmptyState *m_hidden; ///< everything is filtered out
    QTimer *m_clock;
    QDateTime m_staleSince;
    models::Problem m_problem;
    Face m_face = Face::Full;
    models::ResourceTable *m_table = nullptr;
    TableView *m_view = nullptr;
};

} // namespace views
