// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"
#include "models/logs/logsource.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <functional>
#include <limits>
#include <memory>
#include <string_view>

namespace models {

/// One line as a reader wants it.
struct LogLine
{
    int source = -1; ///< id of the LogSource
    qint64 number = -1; ///< of the source, from 0
    qint64 nanoseconds = 0; ///< since 1970, 0 if the line has no time stamp
    QByteArray text; ///< the bytes without time stamp and line end; at most LogDocument::shownBytes of them
    qint64 bytes = 0; ///< of the whole line on disk
};

/// A place in a document that survives lines being put before it.
struct LogAnchor
{
    int source = -1;
    qint64 number = -1;

    bool operator==(const LogAnchor &) const = default;
};

/// The raw lines of one source, for search and export. Any thread; keeps what it reads from alive.
class LineSource
{
public:
    using Pieces = std::function<bool(qint64 line, std::string_view bytes)>;
    static constexpr qint64 toEnd = std::numeric_limits<qint64>::max();

    virtual ~LineSource() = default;
    virtual qint64 lineCount() const = 0;
    /// The bytes of the lines [firstLine, endLine), in pieces that end at a line end (but for a last line that has
    /// none), until `visit` says false. `line` is the number of a piece's first line. Sees what was there when it
    /// began. `endLine` is a multiple of LineIndex::stride or toEnd. False if the disk refused before the end.
    virtual bool scan(qint64 firstLine, qint64 endLine, const Pieces &visit) const = 0;
    bool scan(qint64 firstLine, const Pieces &visit) const { return scan(firstLine, toEnd, visit); }
};

/// Lines by number, as the log view and the search see them: the ranks of a job put together by time, or a file.
/// Lives in the GUI thread. Nothing is held in memory but an index; line() reads from the disk (page cache).
class LogDocument : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 shownBytes = 16 * 1024; ///< a longer line is cut on the screen, never on disk

    using QObject::QObject;

    virtual const QList<LogSource> &sources() const = 0;
    /// Lines that pass the filter.
    virtual qint64 lineCount() const = 0;
    virtual LogLine line(qint64 index) const = 0;
    /// The lines [first, first + count) at once: what a page of the view needs.
    virtual QList<LogLine> lines(qint64 first, qint64 count) const = 0;
    /// Where a line stands now; -1 if it is filtered out or not there.
    virtual qint64 indexOf(const LogAnchor &anchor) const = 0;
    /// Whose lines these are, without reading their text.
    virtual QList<LogAnchor> anchors(qint64 first, qint64 count) const;
    /// Lines of one source by their own numbers, whether they are shown or not.
    virtual QList<LogLine> sourceLines(int source, qint64 first, qint64 count) const;
    /// What "elapsed" counts from: the time of the first line, whatever is filtered out. 0 if there is none.
    virtual qint64 firstTime() const;
    /// How many lines of a source stand before `index`.
    virtual qint64 linesBefore(int source, qint64 index) const = 0;
    /// First line whose time is not before `nanoseconds`; lineCount() if there is none.
    virtual qint64 indexOfTime(qint64 nanoseconds) const = 0;

    /// Show only the lines of these sources; an empty list shows all.
    virtual void setVisibleSources(const QList<int> &sources) = 0;
    virtual QList<int> visibleSources() const = 0;

    virtual std::shared_ptr<const LineSource> lineSource(int source) const = 0;
    /// Bytes before the text of a line (the kubelet's time stamp and a space).
    virtual qsizetype prefixLength(std::string_view line) const = 0;

    /// Bytes on disk, before compression.
    virtual qint64 byteCount() const = 0;
    /// More may come.
    virtual bool isLive() const = 0;

    /// The whole text of a line that line() may have cut. Reads the disk: not for every line of a page.
    QByteArray wholeText(const LogLine &line) const;
    /// The chosen sources, or all if none are.
    QList<int> shownSources() const;

    /// What stands in the way of its lines now; empty: nothing.
    virtual Problem problem() const { return {}; }

signals:
    void sourcesChanged();
    /// At most once per frame. Lines before `firstChanged` are where they were.
    void linesAppended(qint64 firstChanged);
    /// Filter changed or content replaced: every index is void, anchors stay.
    void reset();
    void problemChanged(const models::Problem &problem);
};

} // namespace models
