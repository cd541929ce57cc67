// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsource.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QToolButton;

namespace views {

/// One chip per rank in its colour: a click shows that rank alone, Ctrl+click adds or takes away. Many ranks share one
/// menu.
class RankChips : public QWidget
{
    Q_OBJECT
public:
    explicit RankChips(QWidget *parent = nullptr);

    void setSources(const QList<models::LogSource> &sources);
    /// Ids of the chosen sources; empty means all.
    QList<int> chosen() const { return m_chosen; }
    void setChosen(const QList<int> &sources);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosenChanged(const QList<int> &sources);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void toggle(const QList<int> &ids, bool add);
    void refresh();
    QToolButton *addChip(const QString &text, const QList<int> &ids, int rank);
    void addMenu(const QList<std::pair<QString, QList<int>>> &ranks);

    struct Chip
    {
        QToolButton *button;
        QList<int> ids;
        int rank; // -1: all
    };
    QStringList chosenLabels() const;
    static QString labelOf(const models::LogSource &source);

    QBoxLayout *m_layout;
    QList<models::LogSource> m_sources;
    QList<int> m_chosen;
    QList<Chip> m_chips;
    bool m_due = false; // to be laid out anew
};

} // namespace views
