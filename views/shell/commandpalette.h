// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;

namespace views {

class Label;

/// Something that can be run or gone to.
struct PaletteEntry
{
    QString id;
    QString text;
    QString detail = {}; ///< e.g. kind and namespace of a job
    QString iconName = {};
    QKeySequence shortcut = {};
};

/// Ctrl+K: every action and every job by a few letters of its name. Covers the page until something is chosen or left.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    /// Asked each time it opens: what can be chosen now.
    using Source = std::function<QList<PaletteEntry>()>;

    explicit CommandPalette(QWidget *parent);
    ~CommandPalette() override;

    void setSource(Source source);
    void open();
    void setFilter(const QString &typed);
    int count() const;
    QString entryAt(int row) const; ///< its id
    void choose(int row);

signals:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Entries;
    class Delegate;
    void leave();
    void place();
    void moveBy(int step);

    Source m_source;
    QPointer<QWidget> m_before; ///< what had the focus
    QLineEdit *m_field;
    QListView *m_list;
    Label *m_nothing;
    Entries *m_entries;
};

} // namespace views
