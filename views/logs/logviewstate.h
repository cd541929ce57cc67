// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/bookmarks.h"
#include "models/logs/logsearch.h"
#include "views/logs/rowpainter.h"

#include <QPointer>

class QPushButton;

namespace views {

/// A character of a document, by what survives new lines.
struct LogPlace
{
    models::LogAnchor line;
    qsizetype column = 0;

    bool isValid() const { return line.source >= 0; }
    bool operator==(const LogPlace &) const = default;
};

/// What a log view knows; shared by its painting and its input part.
class LogView::Private
{
public:
    struct ShownRow
    {
        LogRow row;
        int top = 0;
    };
    struct Span // of the selection, resolved to the lines of now
    {
        qint64 first = -1, last = -1;
        qsizetype firstColumn = 0, lastColumn = 0;
    };

    Private(LogView *view, models::LogDocument &logDocument);

    RowPainter painter() const;
    int pageRows() const;
    qint64 lastTop(const RowPainter &painter) const;
    void scrollTo(qint64 line);
    void updateBars();
    void takeLines(qint64 firstChanged);
    void takeReset();
    QList<ShownRow> layOut(const RowPainter &painter) const;
    LogRow makeRow(qint64 index, const models::LogLine &line) const;
    void select(LogRow &row, const Span &span) const;
    Span selection() const;
    bool placeAt(QPoint point, LogPlace &place) const;
    void setCurrent(const models::LogAnchor &line);
    void selectAll();
    bool moveByKey(int key, Qt::KeyboardModifiers modifiers);
    void userScrollsTo(qint64 line);
    void updateNewButton();
    QString lineText(const models::LogLine &line, bool withPrefix) const;

    LogView *q;
    models::LogDocument &document;
    QPointer<models::LogSearch> search;
    QList<LogHighlight> highlights;
    QPointer<models::Bookmarks> bookmarks;
    QList<QAction *> menuActions;
    QString emptyText;
    bool following = true;
    bool wrapping = false;
    bool prefixes = true;
    TimeStamps timeStamps = TimeStamps::Off;
    qint64 top = 0;
    models::LogAnchor topAnchor;
    qint64 topTime = 0;
    models::LogAnchor current;
    LogPlace selectionStart, selectionEnd;
    int widest = 0;
    bool updatingBars = false;
    qint64 seenLines = 0; // when following ended
    QPushButton *newButton = nullptr;
    QPoint pressed;
};

} // namespace views
