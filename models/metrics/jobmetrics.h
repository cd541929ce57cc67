// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"
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

/// The metrics of one job, read from its log lines. Lives in the GUI thread; the tap reads the lines in the ingest
/// thread.
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

    /// In the order to be shown: loss, accuracy, the rest by name. Indexes change only with metricsDiscovered(); names
    /// do not.
    const QList<MetricInfo> &metrics() const;
    MetricInfo metric(const QString &name) const;
    /// The training loss, else the first that is plotted by default; empty while there is none.
    QString primaryMetric() const;
    /// The curves of one metric, by rank. Pointers stay valid for the life of this object.
    QList<const RankSeries *> series(const QString &metric) const;
    /// Mean, minimum and maximum over the ranks at `columns` places between two x.
    QList<BandPoint> band(const QString &metric, Axis axis, double from, double to, int columns) const;
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

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
