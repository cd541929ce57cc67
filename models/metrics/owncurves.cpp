// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/owncurves.h"

#include "models/logs/logdocument.h"
#include "models/logs/timestamp.h"
#include "models/metrics/jobmetrics.h"
#include "models/metrics/linescanner.h"
#include "models/metrics/rulebook.h"

#include <QThread>

#include <atomic>
#include <map>

namespace models {

namespace {

constexpr qsizetype mostPointsAtOnce = 20'000; // a batch is put into its series within a frame
constexpr qint64 mostStopped = 2000; // lines that a rule may take too long for

} // namespace

/// What one pass reads.
struct ReadSource
{
    int source = 0;
    std::shared_ptr<const LineSource> lines;
};

struct OwnPoint
{
    int source = 0, rule = 0;
    Sample sample;
};

/// Lives in the reader's thread.
class OwnRuleReader : public QObject
{
    Q_OBJECT
public:
    explicit OwnRuleReader(const std::atomic<int> &wanted)
        : m_wanted(wanted)
    {
    }

    void begin(int generation, const QList<OwnRule> &rules);
    void read(const QList<ReadSource> &sources);

signals:
    void pointsRead(int generation, const QList<models::OwnPoint> &points);
    void passed(int generation);

private:
    struct State
    {
        qint64 next = 0; // line
        std::unique_ptr<LineScanner> scanner; // tells the step of lines that name none
        std::map<int, double> counts; // by rule: points without any step
    };

    void readLines(int source, State &state, qint64 line, std::string_view bytes);
    void readLine(int source, State &state, qint64 number, std::string_view line);
    void hand();

    const std::shared_ptr<const MetricRules> m_builtIn = MetricRules::builtIn();
    const std::atomic<int> &m_wanted; // another generation: what is read now is for nothing
    int m_generation = 0;
    std::vector<std::pair<int, RuleMatcher>> m_matchers; // with the rule's number
    std::map<int, State> m_states; // by source
    QList<OwnPoint> m_points;
    std::string m_clean;
};

void OwnRuleReader::begin(int generation, const QList<OwnRule> &rules)
{
    m_generation = generation;
    m_matchers.clear();
    m_states.clear();
    m_points.clear();
    for (int i = 0; i < int(rules.size()); ++i) {
        if (auto matcher = RuleMatcher::compile(rules[i]); matcher && rules[i].on)
            m_matchers.emplace_back(i, std::move(*matcher));
    }
}

void OwnRuleReader::read(const QList<ReadSource> &sources)
{
    for (const ReadSource &from : sources) {
        State &state = m_states[from.source];
        if (!state.scanner)
            state.scanner = std::make_unique<LineScanner>(m_builtIn, std::make_shared<MetricNames>());
        from.lines->scan(state.next, LineSource::toEnd, [&](qint64 line, std::string_view bytes) {
            if (m_wanted != m_generation)
                return false;
            readLines(from.source, state, line, bytes);
            return true;
        });
    }
    hand();
    emit passed(m_generation);
}

void OwnRuleReader::readLines(int source, State &state, qint64 line, std::string_view bytes)
{
    while (!bytes.empty()) {
        const size_t end = std::min(bytes.find('\n'), bytes.size());
        readLine(source, state, line, bytes.substr(0, end));
        state.next = ++line;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
}

void OwnRuleReader::readLine(int source, State &state, qint64 number, std::string_view line)
{
    const LineStamp stamp = parseStamp(line);
    line = readableLine(line.substr(size_t(stamp.length)), m_clean);
    state.scanner->scan(line, [](std::span<const FoundValue>) { });
    const TrainingPlace &place = state.scanner->place();
    for (auto &[rule, matcher] : m_matchers) {
        if (matcher.stoppedLines() >= mostStopped)
            continue;
        const auto match = matcher.match(line);
        if (!match)
            continue;
        const auto step = match->step ? match->step : place.step;
        m_points.append({source,
                         rule,
                         {.value = float(match->number),
                          .step = step ? *step : state.counts[rule]++,
                          .epoch = match->epoch.value_or(place.epoch.value_or(-1)),
                          .milliseconds = stamp.nanoseconds / 1'000'000,
                          .line = quint32(number)}});
    }
    if (m_points.size() >= mostPointsAtOnce)
        hand();
}

void OwnRuleReader::hand()
{
    if (!m_points.isEmpty())
        emit pointsRead(m_generation, std::exchange(m_points, {}));
}

class OwnCurves::Private
{
public:
    Private(const RuleBook &ruleBook, LogDocument &logDocument, JobMetrics &jobMetrics)
        : book(ruleBook)
        , document(logDocument)
        , metrics(jobMetrics)
    {
    }

    void begin();
    void pass();
    void take(const QList<OwnPoint> &points);

    const RuleBook &book;
    LogDocument &document;
    JobMetrics &metrics;
    QList<OwnRule> rules; // as they are being read
    QThread thread;
    OwnRuleReader *reader = nullptr; // in the thread
    std::atomic<int> generation = 0;
    bool active = false; // a rule is on
    bool reading = false; // a pass runs
    bool dirty = false; // lines came meanwhile
};

void OwnCurves::Private::begin()
{
    ++generation;
    rules = book.rules();
    metrics.forgetOwn();
    active = std::ranges::any_of(rules, &OwnRule::on);
    reading = dirty = false;
    if (active && !thread.isRunning())
        thread.start();
    if (thread.isRunning())
        QMetaObject::invokeMethod(reader, [this, now = generation.load(), all = rules] { reader->begin(now, all); });
    pass();
}

void OwnCurves::Private::pass()
{
    dirty = reading;
    if (!active || reading)
        return;
    QList<ReadSource> sources;
    for (const LogSource &source : document.sources()) {
        if (const auto lines = source.main ? document.lineSource(source.id) : nullptr)
            sources.append({source.id, lines});
    }
    reading = true;
    QMetaObject::invokeMethod(reader, [this, sources] { reader->read(sources); });
}

void OwnCurves::Private::take(const QList<OwnPoint> &points)
{
    const QList<LogSource> &sources = document.sources();
    for (const OwnPoint &point : points)
        metrics.appendOwn(sources.value(point.source), rules.at(point.rule).name, point.sample);
}

OwnCurves::OwnCurves(const RuleBook &book, LogDocument &document, JobMetrics &metrics, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(book, document, metrics))
{
    d->reader = new OwnRuleReader(d->generation);
    d->reader->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->reader, &QObject::deleteLater);
    connect(d->reader, &OwnRuleReader::pointsRead, this, [this](int generation, const QList<OwnPoint> &points) {
        if (generation == d->generation)
            d->take(points);
    });
    connect(d->reader, &OwnRuleReader::passed, this, [this](int generation) {
        if (generation != d->generation)
            return;
        d->reading = false;
        if (d->dirty)
            d->pass();
        else
            emit caughtUp();
    });
    connect(&book, &RuleBook::changed, this, [this] { d->begin(); });
    connect(&document, &LogDocument::linesAppended, this, [this] { d->pass(); });
    connect(&document, &LogDocument::sourcesChanged, this, [this] { d->pass(); });
    d->begin();
}

OwnCurves::~OwnCurves()
{
    ++d->generation; // what is being read is for nothing
    if (d->thread.isRunning()) {
        d->thread.quit();
        d->thread.wait();
    } else {
        delete d->reader;
    }
}

bool OwnCurves::isCaughtUp() const { return !d->reading; }

} // namespace models

#include "owncurves.moc"
