// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace views {

/// An icon and a word; the chosen one has the accent.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_collapsed = false;
};

/// The way to the pages, at the left edge. Collapses to icons.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void addEntry(const QString &id, const QString &iconName, const QString &text);
    /// An entry at the foot, for what is not daily work.
    void addFootEntry(const QString &id, const QString &iconName, const QString &text);
    void setEntryVisible(const QString &id, bool visible);
    /// The chosen entry; an id without an entry leaves none chosen.
    void setCurrent(const QString &id);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    QStringList visibleEntries() const;

signals:
    void chosen(const QString &id);
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *makeButton(const QString &id, const QString &iconName, const QString &text);

    QVBoxLayout *m_entries;
    QVBoxLayout *m_foot;
    RailButton *m_collapse;
    QWidget *m_wordmark;
    QStringList m_order;
    QHash<QString, RailButton *> m_buttons;
    bool m_collapsed = false;
};

} // namespace views
