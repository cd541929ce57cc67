// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"
#include "models/metrics/timemark.h"
#include "models/metrics/series.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace models {

class MetricRules;

/// What a metric is, as far as its name tells; decides order and place on the page.
enum class MetricRole
{
    Loss,
    Accuracy,
    Other,
    LearningRate,
    Throughput,
    Memory,
    Health
};

struct MetricInfo
{
    QString name; ///< as the log writes it, made even: "loss", "val_loss", "grad_norm"
    MetricRole role = MetricRole::Other;
    QString unit; ///< "samples/s", "GiB", "%" or ""
};

/// One rank's curve of one metric.
struct RankSeries
{
    int rank = 0; ///< colour
    QString label; ///< "master-0"
    int source = -1; ///< LogSource of its newest point
    Series series;
    std::vector<std::pair<qsizetype, int>> origins {}; ///< first point and LogSource of every run of points

    /// The LogSource that a point was read from; below -1 if it is none (an event file, the job's status).
    int sourceOf(qsizetype index) const;
    /// The newest point that a source had given when it reached a line; -1 if none.
    qsizetype pointOf(int logSource, qint64 line) const;
};

/// A figure that no log tells: of an event file, of the job's status, of a device.
struct GivenPoint
{
    QString metric, unit {}; ///< the metric's name is its title, too
    int rank = 0; ///< of the curve
    QString label {}; ///< of the curve
    Sample sample {};
    bool breaks = false; ///< nothing was measured since the point before: a gap
};

/// A point of a metric.
struct FoundPoint
{
    QString metric;
    const RankSeries *rank = nullptr;
    qsizetype index = -1;
    bool exact = false; ///< read from that very line
};

/// One place of a mean line with its band.
struct BandPoint
{
    double x = 0;
    float min = 0, mean = 0, max = 0;
    int ranks = 0; ///< how many have a value here
};

/// The newest figures, for cards, rows and captions.
struct MetricFigures
{
    std::optional<double> loss, accuracy, throughput;
    QString throughputUnit;
    std::optional<double> step, totalSteps;
    std::optional<double> epoch, totalEpochs;

    bool operator==(const MetricFigures &) const = default;
};

/// The metrics of one job: read from its log lines, and whatever else measures it (TensorBoard's event files, the
/// job's status). Lives in the GUI thread; the tap reads the lines in the ingest thread.
class JobMetrics : public QObject
{
    Q_OBJECT
public:
    /// With the rules that come with the program.
    explicit JobMetrics(QObject *parent = nullptr);
    JobMetrics(std::shared_ptr<const MetricRules> rules, QObject *parent);
    ~JobMetrics() override;

    /// Give this to JobLogs::setTap(). May outlive this object.
    std::shared_ptr<LineTap> tap() const;

    /// Points that are in no log, each curve in order. New metrics are told at once, points with the next frame.
    void add(const QList<GivenPoint> &points);

    /// A point that a rule of the user's own read. Under the same name it stands in for what the built-in rules read.
    void appendOwn(const LogSource &source, const QString &metric, const Sample &sample);
    /// What was read by own rules goes; what stood behind it shows again.
    void forgetOwn();

    /// In the order to be shown: loss, accuracy, the rest by name. Indexes change only with metricsDiscovered(); names
    /// do not.
    const QList<MetricInfo> &metrics() const;
    MetricInfo metric(const QString &name) const;
    /// The training loss, else the first that is plotted by default; empty while there is none.
    QString primaryMetric() const;
    /// The curves of one metric, by rank. Pointers stay valid for the life of this object.
    QList<const RankSeries *> series(const QString &metric) const;
    /// Per metric what a line gave, or the newest before it of the same source.
    QList<FoundPoint> pointsAt(int source, qint64 line) const;
    /// Checkpoints of the log and moments of the job, by time.
    const QList<TimeMark> &marks() const;
    void setJobMarks(const QList<TimeMark> &marks);
    /// Where a mark stands on the x axis of a metric; nothing if the metric has no point before it.
    std::optional<double> xOf(const TimeMark &mark, const QString &metric, Axis axis) const;
    /// Mean, minimum and maximum over the ranks at `columns` places between two x.
    QList<BandPoint> band(const QString &metric, Axis axis, double from, double to, int columns) const;
    /// The same for `count` columns of a grid: column i holds what is from i * width on and before (i + 1) * width.
    /// Also the empty ones.
    QList<BandPoint> gridBand(const QString &metric, Axis axis, double width, qint64 first, int count) const;
    /// The range of x that has points; {0, 0} if none.
    std::pair<double, double> range(const QString &metric, Axis axis) const;
    bool hasEpochs() const;

    const MetricFigures &figures() const;
    /// A few dozen points of the primary metric (mean over ranks), oldest first: for sparklines.
    QList<float> sparkline(int points = 48) const;
    /// The newest step of a rank; -1 if its log names none.
    double lastStep(int rank) const;
    /// When the rank last logged anything, milliseconds since 1970; 0 if never.
    qint64 lastLineTime(int rank) const;

    /// All points of one metric: "rank,attempt step,epoch,time,value" with a header line.
    QByteArray csv(const QString &metric) const;
    /// Take over what the tap found so far, without waiting for the next frame; for tests and exports.
    void flush();

signals:
    void metricsDiscovered();
    /// At most once per frame; with the metrics that have new points.
    void pointsAppended(const QStringList &metrics);
    void figuresChanged();
    void marksChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
