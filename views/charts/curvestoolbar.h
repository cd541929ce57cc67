// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/charts/chartcard.h"

class QBoxLayout;
class QButtonGroup;
class QLineEdit;
class QMenu;
class QSlider;
class QToolButton;

namespace views {

/// What is common to all charts of a page: x axis, smoothing, scale, ranks, which metrics, export.
class CurvesToolBar : public QWidget
{
    Q_OBJECT
public:
    explicit CurvesToolBar(QWidget *parent = nullptr);

    void setAxis(models::Axis axis);
    void setSmoothing(double weight);
    double smoothing() const;
    bool isLogarithmic() const;
    bool areOutliersIgnored() const;
    RankView rankView() const { return m_rankView; }
    void setEpochsEnabled(bool enabled);
    /// The filter is there where there are many metrics, the choice of ranks where there are several.
    void setMany(bool metrics, bool ranks);
    QString filter() const;
    QMenu *addMenu() const { return m_add; }
    QMenu *exportMenu() const { return m_export; }

signals:
    void axisChosen(models::Axis axis);
    void smoothingChosen(double weight);
    void logarithmicToggled(bool on);
    void outliersToggled(bool ignored);
    void rankViewChosen(views::RankView view);
    void filterEdited(const QString &text);

private:
    void addAxes(QBoxLayout *row);
    void addSmoothing(QBoxLayout *row);
    QToolButton *addToggle(QBoxLayout *row, const QString &text, const QString &toolTip);
    void addRanks(QBoxLayout *row);
    QMenu *makeMenu(QBoxLayout *row, const QString &iconName, const QString &text);

    QButtonGroup *m_axes;
    QSlider *m_smooth;
    QToolButton *m_logarithmic;
    QToolButton *m_outliers;
    QToolButton *m_ranks = nullptr;
    QLineEdit *m_filter;
    QMenu *m_add;
    QMenu *m_export;
    RankView m_rankView = RankView::Auto;
};

} // namespace views
