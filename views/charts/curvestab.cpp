// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/curvestab.h"

#include "views/charts/chartcard.h"
#include "views/theme/faces.h"
#include "views/theme/labels.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <map>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartWidth = 420;
constexpr int chartHeight = 250;
constexpr qsizetype mostCharts = 60; // beyond that a log counts its keys, not its progress

/// A grid with as many columns as fit.
class ChartGrid : public QWidget
{
public:
    using QWidget::QWidget;

    void setCharts(const QList<ChartCard *> &charts)
    {
        m_charts = charts;
        arrange();
    }

protected:
    void resizeEvent(QResizeEvent *) override { arrange(); }

private:
    void arrange()
    {
        const int columns = std::clamp(width() / chartWidth, 1, 3);
        const int cell = (width() - (columns - 1) * space::m) / columns;
        int row = 0, column = 0;
        for (qsizetype i = 0; i < m_charts.size(); ++i) {
            // The first chart answers the page's question: it is the largest.
            const int span = i == 0 && columns > 1 ? 2 : 1;
            if (column + span > columns) {
                column = 0;
                ++row;
            }
            m_charts[i]->setGeometry(column * (cell + space::m), row * (chartHeight + space::m),
                                     cell * span + (span - 1) * space::m, chartHeight);
            m_charts[i]->show();
            column += span;
        }
        setMinimumHeight(m_charts.isEmpty() ? 0 : (row + 1) * (chartHeight + space::m));
    }

    QList<ChartCard *> m_charts;
};

} // namespace

class CurvesTab::Private
{
public:
    Private(CurvesTab *tab, models::JobMetrics &jobMetrics)
        : q(tab)
        , metrics(jobMetrics)
    {
    }

    QWidget *makeToolBar();
    void updateCharts();
    ChartCard *chart(const QString &name);
    void exportMenu(QMenu *menu);
    void saveAll(const QString &suffix);

    CurvesTab *q;
    models::JobMetrics &metrics;
    std::map<QString, ChartCard *> charts;
    ChartGrid *grid = nullptr;
    QStackedLayout *faces = nullptr;
    QButtonGroup *axes = nullptr;
    QAbstractButton *epoch = nullptr;
    QToolButton *logarithmic = nullptr;
    QSlider *smooth = nullptr;
    models::Axis axis = models::Axis::Step;
    double smoothing = 0;
};

QWidget *CurvesTab::Private::makeToolBar()
{
    auto *bar = new QWidget(q);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    axes = new QButtonGroup(q);
    const auto addAxis = [&](const QString &name, models::Axis which) {
        auto *button = new QToolButton(bar);
        button->setText(name);
        button->setCheckable(true);
        button->setAutoRaise(true);
        axes->addButton(button, int(which));
        layout->addWidget(button);
        return button;
    };
    addAxis(CurvesTab::tr("Step"), models::Axis::Step)->setChecked(true);
    epoch = addAxis(CurvesTab::tr("Epoch"), models::Axis::Epoch);
    addAxis(CurvesTab::tr("Time"), models::Axis::Time);
    layout->addSpacing(space::l);
    auto *caption = new Label(CurvesTab::tr("Smoothing"), TextRole::Caption, bar);
    caption->setMuted(true);
    layout->addWidget(caption);
    smooth = new QSlider(Qt::Horizontal, bar);
    smooth->setRange(0, 99);
    smooth->setFixedWidth(120);
    smooth->setAccessibleName(CurvesTab::tr("Smoothing"));
    layout->addWidget(smooth);
    layout->addSpacing(space::l);
    logarithmic = new QToolButton(bar);
    logarithmic->setText(CurvesTab::tr("Log scale"));
    logarithmic->setCheckable(true);
    logarithmic->setAutoRaise(true);
    layout->addWidget(logarithmic);
    layout->addStretch();
    auto *save = new QToolButton(bar);
    save->setIcon(icon(u"save"_s));
    save->setText(CurvesTab::tr("Export"));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save->setPopupMode(QToolButton::InstantPopup);
    save->setAutoRaise(true);
    auto *menu = new QMenu(save);
    exportMenu(menu);
    save->setMenu(menu);
    layout->addWidget(save);
    return bar;
}

void CurvesTab::Private::exportMenu(QMenu *menu)
{
    menu->addAction(CurvesTab::tr("Pictures (PNG) …"), q, [this] { saveAll(u".png"_s); });
    menu->addAction(CurvesTab::tr("Drawings (SVG) …"), q, [this] { saveAll(u".svg"_s); });
    menu->addAction(CurvesTab::tr("Numbers (CSV) …"), q, [this] { saveAll(u".csv"_s); });
}

void CurvesTab::Private::saveAll(const QString &suffix)
{
    const QString folder = QFileDialog::getExistingDirectory(q, CurvesTab::tr("Export all charts to a folder"));
    if (folder.isEmpty())
        return;
    for (const auto &[name, card] : charts) {
        // Names come out of a log: keep letters and digits only.
        QString file = name;
        for (QChar &c : file) {
            if (!c.isLetterOrNumber() && c != u'-')
                c = u'_';
        }
        const QString path = folder + u'/' + file + suffix;
        if (suffix == ".csv"_L1)
            card->saveCsv(path);
        else
            card->saveImage(path);
    }
}

ChartCard *CurvesTab::Private::chart(const QString &name)
{
    ChartCard *&card = charts[name];
    if (card)
        return card;
    card = new ChartCard(metrics, name, grid);
    card->setAxis(axis);
    card->setSmoothing(smoothing);
    card->setLogarithmic(logarithmic->isChecked());
    QObject::connect(card, &ChartCard::lineActivated, q, &CurvesTab::lineActivated);
    QObject::connect(card, &ChartCard::crosshairMoved, q, [this, card](double x) {
        for (const auto &[other, sibling] : charts) {
            if (sibling != card)
                sibling->setSharedCrosshair(x);
        }
    });
    const auto share = [this, card](const std::function<void(ChartCard *)> &apply) {
        for (const auto &[other, sibling] : charts) {
            if (sibling != card) {
                const QSignalBlocker quiet(sibling);
                apply(sibling);
            }
        }
    };
    QObject::connect(card, &ChartCard::rangeChanged, q, [share](double from, double to) {
        share([from, to](ChartCard *other) { other->setRange(from, to); });
    });
    QObject::connect(card, &ChartCard::rangeReset, q, [share] { share([](ChartCard *other) { other->resetZoom(); }); });
    return card;
}

void CurvesTab::Private::updateCharts()
{
    QList<ChartCard *> shown;
    for (const models::MetricInfo &metric : metrics.metrics()) {
        if (shown.size() < mostCharts)
            shown.append(chart(metric.name));
    }
    epoch->setEnabled(metrics.hasEpochs());
    grid->setCharts(shown);
    faces->setCurrentIndex(shown.isEmpty() ? 1 : 0);
}

CurvesTab::CurvesTab(models::JobMetrics &metrics, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, metrics))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(d->makeToolBar());
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    d->grid = new ChartGrid;
    area->setWidget(d->grid);
    d->grid->setAutoFillBackground(false);
    auto *empty = new EmptyState(u"chart"_s, tr("No figures in the log yet"), {}, this);
    empty->setHint(tr("Curves draw themselves as soon as a line names a number, such as step=10 loss=0.31."));
    auto *stack = new QWidget(this);
    d->faces = new QStackedLayout(stack);
    d->faces->addWidget(area);
    d->faces->addWidget(empty);
    layout->addWidget(stack, 1);
    connect(d->axes, &QButtonGroup::idClicked, this, [this](int which) { setAxis(models::Axis(which)); });
    connect(d->smooth, &QSlider::valueChanged, this, [this](int value) { setSmoothing(value / 100.0); });
    connect(d->logarithmic, &QToolButton::toggled, this, [this](bool on) {
        for (const auto &[name, card] : d->charts)
            card->setLogarithmic(on);
    });
    connect(&metrics, &models::JobMetrics::metricsDiscovered, this, [this] { d->updateCharts(); });
    d->updateCharts();
}

CurvesTab::~CurvesTab() = default;

void CurvesTab::setAxis(models::Axis axis)
{
    d->axis = axis;
    d->axes->button(int(axis))->setChecked(true);
    for (const auto &[name, card] : d->charts)
        card->setAxis(axis);
}

void CurvesTab::setSmoothing(double weight)
{
    d->smoothing = weight;
    const QSignalBlocker quiet(d->smooth);
    d->smooth->setValue(int(std::round(weight * 100)));
    for (const auto &[name, card] : d->charts)
        card->setSmoothing(weight);
}

} // namespace views
