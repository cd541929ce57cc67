// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/rulepreview.h"

#include "k8s/core/plaintext.h"
#include "models/core/format.h"
#include "models/logs/logdocument.h"
#include "models/metrics/linescanner.h"

#include <QElapsedTimer>

#include <algorithm>
#include <map>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostStoppedInPreview = 20;
constexpr qint64 patience = 250; // milliseconds: a preview comes with every key

using What = ShownSpan::What;

/// The line as it is shown, with the places of what was found counted in its characters.
QString shown(std::string_view line, const std::optional<RuleMatch> &match, QList<ShownSpan> &spans)
{
    QList<std::pair<What, ByteSpan>> parts;
    if (match) {
        parts = {{What::Whole, match->whole},
                 {What::Value, match->valueAt},
                 {What::Step, match->stepAt},
                 {What::Epoch, match->epochAt}};
        parts.removeIf([](const auto &part) { return !part.second.isThere(); });
    }
    QList<qsizetype> cuts {0, qsizetype(line.size())};
    for (const auto &[what, span] : std::as_const(parts))
        cuts << span.start << span.start + span.length;
    std::ranges::sort(cuts);
    std::map<qsizetype, qsizetype> places; // byte to character
    QString text;
    for (qsizetype i = 0; i < cuts.size(); ++i) {
        places[cuts[i]] = text.size();
        if (i + 1 < cuts.size())
            text += k8s::plainText(QByteArrayView(line.data() + cuts[i], cuts[i + 1] - cuts[i]));
    }
    for (const auto &[what, span] : std::as_const(parts))
        spans.append({what, places[span.start], places[span.start + span.length] - places[span.start]});
    return text;
}

} // namespace

RulePreview previewRule(const OwnRule &rule, const QList<TrialLine> &lines)
{
    RulePreview preview;
    auto matcher = RuleMatcher::compile(rule);
    if (!matcher)
        preview.hint = matcher.error();
    if (rule.expression)
        preview.groups = matcher ? matcher->groups() : groupsOf(rule.pattern);
    const auto rules = MetricRules::builtIn();
    const auto names = std::make_shared<MetricNames>();
    std::map<int, LineScanner> scanners;
    std::string clean;
    QElapsedTimer clock;
    clock.start();
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const TrialLine &from = lines[row];
        const std::string_view line = readableLine({from.text.constData(), size_t(from.text.size())}, clean);
        LineScanner &scanner = scanners.try_emplace(from.source, rules, names).first->second;
        scanner.scan(line, [](std::span<const FoundValue>) { });
        const bool patient = matcher && matcher->stoppedLines() < mostStoppedInPreview && clock.elapsed() < patience;
        preview.stopped += matcher && !patient ? 1 : 0;
        const auto match = patient ? matcher->match(line) : std::nullopt;
        preview.lines.append(shown(line, match, preview.spans.emplace_back()));
        if (!match)
            continue;
        const TrainingPlace &place = scanner.place();
        preview.points.append({from.label, from.number + 1, row, match->number, match->step ? match->step : place.step,
                               match->epoch ? match->epoch : place.epoch, !match->step && place.step});
    }
    if (matcher) {
        preview.notNumber = k8s::plainText(matcher->notNumber(), 60);
        preview.stopped += matcher->stoppedLines();
    }
    return preview;
}

QString numberText(double value)
{
    const QString text = figureText(value, 7);
    return text.contains(u'.') && !text.contains(u'e') ? QString::number(value, 'g', 7) : text;
}

QList<TrialLine> trialLines(const LogDocument &document, int count)
{
    QList<TrialLine> lines;
    const qint64 all = document.lineCount();
    for (const LogLine &line : document.lines(std::max<qint64>(0, all - count), count)) {
        const LogSource source = document.sources().value(line.source);
        if (source.main)
            lines.append({source.label, line.source, line.number, line.text});
    }
    return lines;
}

void PreviewPoints::setPoints(const QList<PreviewPoint> &points)
{
    beginResetModel();
    m_points = points;
    endResetModel();
}

int PreviewPoints::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_points.size()); }

int PreviewPoints::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PreviewPoints::text(const PreviewPoint &point, int column) const
{
    const auto number = [](const std::optional<double> &value) { return value ? numberText(*value) : u"–"_s; };
    switch (column) {
    case Source:
        return point.label;
    case Line:
        return QString::number(point.line);
    case Step:
        return number(point.step);
    case Epoch:
        return number(point.epoch);
    default:
        return numberText(point.value);
    }
}

QVariant PreviewPoints::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_points.size())
        return {};
    const PreviewPoint &point = m_points[index.row()];
    if (role == Qt::DisplayRole)
        return text(point, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == Source ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Step && point.stepFromBefore)
        return tr("This line names no step: the newest one before it counts.");
    return {};
}

QVariant PreviewPoints::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Source ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names {tr("Source"), tr("Line"), tr("Step"), tr("Epoch"), tr("Value")};
    return names[section];
}

} // namespace models
