// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

namespace models {

/// Lines that the reader wants to find again. They stay where they are while lines come. Lives in the GUI thread.
class Bookmarks : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void toggle(const LogAnchor &line);
    void clear();
    bool contains(const LogAnchor &line) const { return m_lines.contains(line); }
    bool isEmpty() const { return m_lines.isEmpty(); }
    qsizetype count() const { return m_lines.size(); }

    /// Those that a document shows, by their places in it, rising.
    QList<qint64> places(const LogDocument &document) const;
    /// The nearest after (before) a place; wraps around; -1 if there is none.
    qint64 next(const LogDocument &document, qint64 index, bool forward) const;

signals:
    void changed();

private:
    QList<LogAnchor> m_lines;
};

} // namespace models
