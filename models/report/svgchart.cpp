// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/svgchart.h"

#include "models/metrics/ticks.h"

#include <QCoreApplication>

#include <cmath>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr double width = 560, height = 230;
constexpr double left = 58, right = 84, top = 18, bottom = 24;
constexpr int columns = 420;
constexpr qsizetype mostCurves = 8;
constexpr qsizetype mostLabels = 4;
constexpr double lineHeight = 13;

QString number(double value) { return QString::number(value, 'f', 1); }

class Drawing
{
public:
    Drawing(const JobMetrics &jobMetrics, const MetricInfo &info)
        : m_metrics(jobMetrics)
        , m_name(info.name)
        , m_ranks(jobMetrics.series(info.name))
    {
        std::tie(m_from, m_to) = jobMetrics.range(m_name, Axis::Step);
        if (!(m_to > m_from))
            m_to = m_from + 1;
        MinMax bounds;
        for (const RankSeries *rank : m_ranks)
            bounds.add(rank->series.minMax(0, rank->series.size()));
        std::tie(m_low, m_high)
            = bounds.isEmpty() ? std::pair(0.0, 1.0) : paddedRange(double(bounds.min), double(bounds.max));
    }

    QString svg()
    {
        m_out = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">"_s.arg(width).arg(height).arg(
            htmlText(m_name));
        addAxes();
        addMarks();
        if (m_ranks.size() > mostCurves)
            addBand();
        else
            addCurves();
        addLabels();
        return m_out + u"</svg>"_s;
    }

private:
    double xOf(double x) const { return left + (x - m_from) / (m_to - m_from) * (width - left - right); }
    double yOf(double value) const
    {
        return height - bottom - (value - m_low) / (m_high - m_low) * (height - top - bottom);
    }

    void text(double x, double y, const QString &classes, const QString &words)
    {
        m_out
            += u"<text x=\"%1\" y=\"%2\" class=\"%3\">%4</text>"_s.arg(number(x), number(y), classes, htmlText(words));
    }
    void line(double x1, double y1, double x2, double y2, const QString &classes)
    {
        m_out += u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"currentColor\" class=\"%5\"/>"_s.arg(
            number(x1), number(y1), number(x2), number(y2), classes);
    }

    void addAxes()
    {
        for (const Tick &tick : roundTicks(m_low, m_high, 6)) {
            line(left, yOf(tick.value), width - right, yOf(tick.value), u"grid"_s);
            text(left - 6, yOf(tick.value) + 4, u"tick end"_s, tick.label);
        }
        for (const Tick &tick : roundTicks(m_from, m_to, 6, true))
            text(xOf(tick.value), height - 8, u"tick middle"_s, tick.label);
    }

    void addMarks()
    {
        double before = -1e9;
        for (const TimeMark &mark : m_metrics.marks()) {
            const auto step = m_metrics.xOf(mark, m_name, Axis::Step);
            if (!step || xOf(*step) - before < 40)
                continue;
            before = xOf(*step);
            line(before, top - 4, before, height - bottom, u"mark"_s);
            text(before + 3, top + 4, u"tick"_s,
                 mark.kind == TimeMark::Kind::Checkpoint   ? QCoreApplication::translate("Report", "checkpoint")
                     : mark.kind == TimeMark::Kind::Failed ? u"Failed"_s
                                                           : u"Suspended"_s);
        }
        for (const RankSeries *rank : m_ranks) {
            for (const qsizetype index :
                 rank->series.nonFinite().first(std::min<size_t>(50, rank->series.nonFinite().size())))
                line(xOf(rank->series.x(index, Axis::Step)), height - bottom - 8,
                     xOf(rank->series.x(index, Axis::Step)), height - bottom, u"bad"_s);
        }
    }

    void polyline(QStringList &points, int color)
    {
        if (points.size() == 1) // a lone point is seen, too
            points.append(points.first());
        if (!points.isEmpty())
            m_out += u"<polyline fill=\"none\" stroke=\"currentColor\" class=\"s%1\" points=\"%2\"/>"_s.arg(color % 8)
                         .arg(points.join(u' '));
        points.clear();
    }

    void addCurves()
    {
        for (const RankSeries *rank : m_ranks) {
            const Series &series = rank->series;
            for (qsizetype segment = 0; segment < qsizetype(series.segments().size()); ++segment)
                addSegment(series, series.segments()[size_t(segment)], series.segmentEnd(segment), rank->rank);
        }
    }

    void addSegment(const Series &series, qsizetype first, qsizetype last, int color)
    {
        QStringList points;
        const auto add = [&](qsizetype index, float value) {
            if (std::isfinite(value))
                points.append(number(xOf(series.x(index, Axis::Step))) + u',' + number(yOf(double(value))));
            else
                polyline(points, color); // a gap is a gap
        };
        if (last - first <= columns) {
            for (qsizetype i = first; i < last; ++i)
                add(i, series.value(i));
            return polyline(points, color);
        }
        for (int column = 0; column < columns && first < last; ++column) {
            const double edge = m_from + (m_to - m_from) * (column + 1) / columns;
            const qsizetype end = column + 1 == columns ? last : series.lowerBound(first, last, edge, Axis::Step);
            if (end == first)
                continue;
            const MinMax bounds = series.minMax(first, end);
            add(first, bounds.isEmpty() ? std::numeric_limits<float>::quiet_NaN() : bounds.min);
            if (!bounds.isEmpty() && bounds.max > bounds.min)
                add(first, bounds.max);
            first = end;
        }
        polyline(points, color);
    }

    void addBand()
    {
        const QList<BandPoint> band = m_metrics.band(m_name, Axis::Step, m_from, m_to, columns / 2);
        QStringList upper, lower, mean;
        for (const BandPoint &point : band) {
            upper.append(number(xOf(point.x)) + u',' + number(yOf(double(point.max))));
            lower.prepend(number(xOf(point.x)) + u',' + number(yOf(double(point.min))));
            mean.append(number(xOf(point.x)) + u',' + number(yOf(double(point.mean))));
        }
        m_out += u"<polygon fill-opacity=\"0.2\" class=\"band\" points=\"%1\"/>"_s.arg((upper + lower).join(u' '));
        polyline(mean, 0);
    }

    void addLabels()
    {
        struct EndLabel
        {
            double y;
            QString words;
            int color;
        };
        QList<EndLabel> labels;
        for (const RankSeries *rank : m_ranks) {
            if (m_ranks.size() > mostLabels || rank->series.isEmpty())
                break;
            const float value = rank->series.value(rank->series.size() - 1);
            labels.append({std::isfinite(value) ? yOf(double(value)) : top, valueText(double(value)), rank->rank});
        }
        std::ranges::sort(labels, {}, &EndLabel::y);
        for (qsizetype i = 1; i < labels.size(); ++i)
            labels[i].y = std::max(labels[i].y, labels[i - 1].y + lineHeight);
        double lowest = height - bottom;
        for (qsizetype i = labels.size() - 1; i >= 0; --i) {
            labels[i].y = std::min(labels[i].y, lowest);
            lowest = labels[i].y - lineHeight;
        }
        for (const EndLabel &label : std::as_const(labels))
            text(width - right + 8, label.y + 4, u"label t%1"_s.arg(label.color % 8), label.words);
    }

    const JobMetrics &m_metrics;
    QString m_name;
    QList<const RankSeries *> m_ranks;
    double m_from = 0, m_to = 1, m_low = 0, m_high = 1;
    QString m_out;
};

} // namespace

QString htmlText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (code < 0x20 && c != u'\n' && c != u'\t')
            shown += QChar(char16_t(0x2400 + code)); // the picture of a control character
        else
            shown += turns || code == 0x7F || (code >= 0x80 && code < 0xA0) ? QChar(QChar::ReplacementCharacter) : c;
    }
    return shown.toHtmlEscaped();
}

QString svgChart(const JobMetrics &metrics, const MetricInfo &metric) { return Drawing(metrics, metric).svg(); }

} // namespace models
