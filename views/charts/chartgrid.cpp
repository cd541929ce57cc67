// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartgrid.h"

#include "views/charts/chartcard.h"
#include "views/theme/theme.h"

namespace views {

namespace {

constexpr int chartWidth = 420;
constexpr int chartHeight = 250;

} // namespace

void ChartGrid::setCharts(const QList<ChartCard *> &charts)
{
    for (ChartCard *old : std::as_const(m_charts)) {
        if (!charts.contains(old))
            old->hide();
    }
    m_charts = charts;
    if (m_maximized && !charts.contains(m_maximized))
        setMaximized(nullptr);
    arrange();
}

void ChartGrid::setMaximized(ChartCard *chart)
{
    if (m_maximized)
        m_maximized->setMaximized(false);
    m_maximized = chart;
    if (chart)
        chart->setMaximized(true);
    arrange();
}

void ChartGrid::setPageHeight(int height)
{
    m_pageHeight = height;
    if (m_maximized)
        arrange();
}

void ChartGrid::resizeEvent(QResizeEvent *) { arrange(); }

void ChartGrid::arrangeOne()
{
    for (ChartCard *card : std::as_const(m_charts))
        card->setVisible(card == m_maximized);
    setMinimumHeight(0);
    m_maximized->setGeometry(0, 0, width(), std::max(m_pageHeight, 2 * chartHeight / 3));
}

void ChartGrid::arrange()
{
    if (m_maximized)
        return arrangeOne();
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

} // namespace views
