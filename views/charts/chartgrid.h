// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace views {

class ChartCard;

/// Charts in as many columns as fit, the first one twice as wide; or one of them alone, as large as the page.
class ChartGrid : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The charts to be shown, in order; others are hidden.
    void setCharts(const QList<ChartCard *> &charts);
    /// nullptr: all of them.
    void setMaximized(ChartCard *chart);
    ChartCard *maximized() const { return m_maximized; }
    /// The height of the page, which a chart alone fills.
    void setPageHeight(int height);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void arrangeOne();

    QList<ChartCard *> m_charts;
    ChartCard *m_maximized = nullptr;
    int m_pageHeight = 0;
};

} // namespace views
