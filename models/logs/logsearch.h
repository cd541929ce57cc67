// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/literalfinder.h"
#include "models/logs/logdocument.h"

#include <QObject>

#include <limits>
#include <memory>
#include <vector>

namespace models {

struct SearchQuery
{
    QString text;
    bool regularExpression = false;
    bool caseSensitive = false;

    bool operator==(const SearchQuery &) const = default;
};

/// A compiled query over bytes. Copyable, any thread; a copy is used by one thread at a time.
class LineMatcher
{
public:
    LineMatcher() = default;
    explicit LineMatcher(const SearchQuery &query);

    /// A time stamp is never longer.
    static constexpr size_t longestPrefix = 64;

    bool isValid() const { return m_program != nullptr || !m_finder.isEmpty(); }
    /// What is wrong with the expression and where, in PCRE2's words; empty if nothing is.
    QString error() const { return m_error; }
    /// Calls `hit` with the number of every line of `lines` that matches, rising. `prefix` gives the bytes of a line
    /// that are not its text, at most `longestPrefix`.
    void scan(std::string_view lines, const std::function<qsizetype(std::string_view)> &prefix,
              const std::function<void(qint64)> &hit) const;
    /// Where it matches within one line's text.
    QList<std::pair<qsizetype, qsizetype>> matches(QStringView text) const;

private:
    struct Program;
    enum class Way
    {
        Literal, // what the finder finds is a match
        Filtered, // what the finder finds may be one
        Expression, // matches are looked for in many lines at once
        ByLine // every line is asked
    };
    bool find(std::string_view text, size_t from, size_t &start, size_t &end) const;
    bool candidate(std::string_view lines, size_t from, size_t &start, size_t &end) const;
    void compile(const SearchQuery &query, const QByteArray &pattern);

    Way m_way = Way::Literal;
    LiteralFinder m_finder;
    std::shared_ptr<const Program> m_program;
    QString m_error;
};

/// The lines of a document that match a query, kept up to date while lines come. Lives in the GUI thread, scans in the
/// pool. The document must outlive it.
class LogSearch : public QObject
{
    Q_OBJECT
public:
    explicit LogSearch(LogDocument &document, QObject *parent = nullptr);
    ~LogSearch() override;

    void setQuery(const SearchQuery &query);
    const SearchQuery &query() const;
    /// Why the expression cannot be used; empty if it can.
    QString hint() const;
    bool isActive() const;
    bool isRunning() const;

    /// Lines with a hit among the visible sources.
    qint64 hitCount() const;
    bool isHit(const LogAnchor &anchor) const;
    /// The nearest hit after (before) a line; -1 if there is none. Wraps around.
    qint64 next(qint64 index) const;
    qint64 previous(qint64 index) const;
    /// Where hits lie, as shares of the document's height: for the scroll bar, at most `most` of them.
    QList<double> marks(int most) const;
    QList<std::pair<qsizetype, qsizetype>> matches(QStringView text) const;
    /// Numbers of the lines [from, to) of a source that match, rising; if there are more than `most`, evenly picked.
    std::vector<quint32> hits(int source, qint64 from, qint64 to,
                              size_t most = std::numeric_limits<size_t>::max()) const;
    /// How many lines of a source were looked at: what lies behind is not known yet.
    qint64 scannedLines(int source) const;

signals:
    /// New hits, a new query or the end of a scan; at most every 50 ms while scanning.
    void changed();
    /// Everything found so far is void.
    void queryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
