// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartcard_p.h"

#include "views/theme/paint.h"
#include "views/theme/theme.h"

#include <QChart>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

void ChartCard::Private::connectModel()
{
    QObject::connect(&metrics, &models::JobMetrics::pointsAppended, q, [this](const QStringList &names) {
        if (names.contains(shownMetric()))
            refresh();
    });
    QObject::connect(&metrics, &models::JobMetrics::metricsDiscovered, q, [this] { refresh(); });
    QObject::connect(&metrics, &models::JobMetrics::marksChanged, q, [this] { refresh(); });
}

void ChartCard::Private::connectCanvas()
{
    QObject::connect(canvas, &ChartCanvas::zoomWanted, q, [this](double x, double factor) {
        const PlotState &state = canvas->state();
        setZoom(x - (x - state.from) * factor, x + (state.to - x) * factor, true);
    });
    QObject::connect(canvas, &ChartCanvas::panWanted, q, [this](double distance) {
        if (zoomed)
            setZoom(canvas->state().from + distance, canvas->state().to + distance, true);
    });
    QObject::connect(canvas, &ChartCanvas::resetWanted, q, [this] {
        if (q->isZoomed())
            q->resetZoom();
        else
            emit q->maximizeToggled(!head->isMaximized());
    });
    QObject::connect(canvas, &ChartCanvas::crosshairMoved, q, &ChartCard::crosshairMoved);
    QObject::connect(canvas, &ChartCanvas::clicked, q, [this](QPointF position) { activate(position); });
    QObject::connect(gestures, &ChartGestures::boxDrawn, q,
                     [this](double from, double to, double low, double high) { zoomToBox(from, to, low, high); });
    QObject::connect(gestures, &ChartGestures::menuWanted, q, [this](const QPoint &at) { showMenu(at); });
    QObject::connect(head, &ChartHead::resetWanted, q, &ChartCard::resetZoom);
    QObject::connect(head, &ChartHead::pinToggled, q, &ChartCard::pinToggled);
    QObject::connect(head, &ChartHead::maximizeToggled, q, &ChartCard::maximizeToggled);
    QObject::connect(head, &ChartHead::menuWanted, q, [this](const QPoint &at) { showMenu(at); });
}

void ChartCard::Private::connectLegend()
{
    QObject::connect(legend, &ChartLegend::toggled, q, [this](int curve, bool visible) {
        const QString label = canvas->state().curves.value(curve).rank->label;
        if (visible)
            hidden.remove(label);
        else
            hidden.insert(label);
        refresh();
    });
    QObject::connect(legend, &ChartLegend::isolated, q, [this](int curve) {
        QSet<QString> others;
        for (const Curve &one : std::as_const(canvas->state().curves))
            others.insert(one.rank->label);
        others.remove(canvas->state().curves.value(curve).rank->label);
        hidden = hidden == others ? QSet<QString>() : others;
        refresh();
    });
}

void ChartCard::Private::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"_s), ChartCard::tr("Copy picture"), QKeySequence::Copy, q, &ChartCard::copyImage);
    menu->addAction(ChartCard::tr("Copy numbers (CSV)"), q, &ChartCard::copyCsv);
    menu->addAction(icon(u"save"_s), ChartCard::tr("Save picture…"), q,
                    [this] { askToSave(ChartCard::tr("Pictures (*.png);;Drawings (*.svg)"), u".png"_s); });
    menu->addAction(ChartCard::tr("Save numbers…"), q,
                    [this] { askToSave(ChartCard::tr("Numbers (*.csv)"), u".csv"_s); });
    menu->addSeparator();
    if (q->isZoomed())
        menu->addAction(ChartCard::tr("Reset zoom"), q, &ChartCard::resetZoom);
    if (pointRank)
        menu->addAction(ChartCard::tr("Remove the mark"), q, [this] { q->showPoint(nullptr, -1); });
    menu->popup(at);
}

void ChartCard::Private::askToSave(const QString &filter, const QString &suffix)
{
    QString chosen;
    QString name = QFileDialog::getSaveFileName(q, ChartCard::tr("Save %1").arg(head->title()), {}, filter, &chosen);
    if (name.isEmpty())
        return;
    if (!name.contains(u'.'))
        name += chosen.contains(".svg"_L1) ? u".svg"_s : suffix;
    if (!(name.endsWith(".csv"_L1) ? q->saveCsv(name) : q->saveImage(name)))
        head->setRemark(ChartCard::tr("could not be written to %1").arg(name));
}

/// As on the screen, but never too flat or too narrow to be read on a page.
QSize ChartCard::Private::exportSize() const
{
    const int names = legend->isVisibleTo(q) ? legend->height() : 0;
    return canvas->size().expandedTo({480, 260}) + QSize(2 * space::l, space::xxl + space::s + names);
}

ChartPicture ChartCard::Private::picture()
{
    if (stale)
        update();
    return {head->title(), canvas->state(), marks->marks(), legend->isVisibleTo(q)};
}

ChartCard::ChartCard(models::JobMetrics &metrics, const QString &metric, QWidget *parent)
    : QFrame(parent)
    , d(std::make_unique<Private>(this, metrics))
{
    d->metric = metric;
    setFocusPolicy(Qt::ClickFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::s, space::m, space::s);
    layout->setSpacing(space::xs);
    d->head = new ChartHead(this);
    layout->addWidget(d->head);
    d->legend = new ChartLegend(this);
    d->legend->hide();
    layout->addWidget(d->legend);
    d->canvas = new ChartCanvas(this);
    d->gestures = new ChartGestures(d->canvas);
    d->marks = new MarksItem(d->canvas->state(), d->canvas->chart());
    layout->addWidget(d->canvas, 1);
    d->hint = new Label(tr("No figures in the log yet. They appear as soon as a line names one, such as loss=0.31."),
                        TextRole::Body, this);
    d->hint->setMuted(true);
    d->hint->setAlignment(Qt::AlignCenter);
    d->hint->setWordWrap(true);
    layout->addWidget(d->hint, 1);
    d->connectModel();
    d->connectCanvas();
    d->connectLegend();
}

ChartCard::~ChartCard() = default;

QString ChartCard::metric() const { return d->shownMetric(); }

void ChartCard::setMetric(const QString &metric)
{
    d->metric = metric;
    d->zoomed = false;
    d->heights.reset();
    d->refresh();
}

void ChartCard::setAxis(models::Axis axis)
{
    d->canvas->state().axis = axis;
    d->zoomed = false;
    d->heights.reset();
    d->refresh();
}

models::Axis ChartCard::axis() const { return d->canvas->state().axis; }

void ChartCard::setSmoothing(double weight)
{
    d->smoothing = std::clamp(weight, 0.0, 0.999);
    d->refresh();
}

void ChartCard::setLogarithmic(bool logarithmic)
{
    d->canvas->state().logarithmic = logarithmic;
    d->heights.reset(); // in the units of the other axis
    d->refresh();
}

void ChartCard::setOutliersIgnored(bool ignored)
{
    d->outliersIgnored = ignored;
    d->refresh();
}

void ChartCard::setRankView(RankView view)
{
    d->rankView = view;
    d->refresh();
}

void ChartCard::setPaper(bool paper) { d->paper = paper; }

void ChartCard::setOneOfMany(bool oneOfMany) { d->head->setOneOfMany(oneOfMany); }

void ChartCard::setPinned(bool pinned) { d->head->setPinned(pinned); }

bool ChartCard::isPinned() const { return d->head->isPinned(); }

void ChartCard::setMaximized(bool maximized)
{
    d->head->setMaximized(maximized);
    d->refresh();
}

void ChartCard::setLeastHeights(double low, double high)
{
    d->leastHeights = std::pair(low, high);
    d->refresh();
}

bool ChartCard::isZoomed() const { return d->zoomed || d->heights; }

void ChartCard::resetZoom()
{
    if (!isZoomed())
        return;
    d->heights.reset();
    const bool was = std::exchange(d->zoomed, false);
    d->refresh();
    if (was)
        emit rangeReset();
}

void ChartCard::showPoint(const models::RankSeries *rank, qsizetype index)
{
    d->pointRank = rank;
    d->pointIndex = index;
    if (rank) {
        const PlotState &state = d->canvas->state();
        const double x = rank->series.x(index, state.axis);
        if (x < state.from || x > state.to)
            resetZoom();
        d->hidden.remove(rank->label);
    }
    d->refresh();
}

void ChartCard::setRange(double from, double to) { d->setZoom(from, to, true); }

void ChartCard::setSharedCrosshair(double x) { d->canvas->setCrosshair(x); }

QImage ChartCard::toImage(const QSize &size, double scale) const
{
    return chartImage(size, scale, d->picture(), d->exportPalette());
}

bool ChartCard::saveImage(const QString &fileName) const
{
    return saveChart(fileName, d->exportSize(), d->picture(), d->exportPalette());
}

void ChartCard::copyImage() const { QGuiApplication::clipboard()->setImage(toImage(d->exportSize())); }

void ChartCard::copyCsv() const
{
    auto *data = new QMimeData;
    const QByteArray csv = d->metrics.csv(d->shownMetric());
    data->setText(QString::fromUtf8(csv));
    data->setData(u"text/csv"_s, csv);
    QGuiApplication::clipboard()->setMimeData(data);
}

bool ChartCard::saveCsv(const QString &fileName) const
{
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(d->metrics.csv(d->shownMetric())) >= 0 && file.commit();
}

QSize ChartCard::sizeHint() const { return {440, 260}; }

QSize ChartCard::minimumSizeHint() const { return {260, 180}; }

bool ChartCard::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        d->head->setHovered(event->type() == QEvent::Enter);
    return QFrame::event(event);
}

void ChartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyImage();
    else if (event->key() == Qt::Key_Menu)
        d->showMenu(mapToGlobal(QPoint(width() / 2, d->head->height())));
    else
        QFrame::keyPressEvent(event);
}

void ChartCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        d->refresh();
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (d->canvas->state().banded)
        d->refresh();
}

void ChartCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (d->stale)
        d->refresh();
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(palette());
    paintPanel(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), colors.surface, colors.border, cardRadius);
}

} // namespace views
