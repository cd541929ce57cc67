// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/bookmarks.h"
#include "models/logs/logfilter.h"

#include <QTimer>
#include <QWidget>

namespace views {

class LogView;

/// The whole log in one strip beside the scroll bar: where errors, warnings, hits and bookmarks lie, and what is in
/// view. A click goes there. Document, view and searches must outlive it.
class LogMinimap : public QWidget
{
    Q_OBJECT
public:
    enum class Kind
    {
        Error,
        Warning,
        Hit,
        Highlight
    };
    struct Layer
    {
        const models::LogSearch *search = nullptr;
        Kind kind = Kind::Hit;
        int color = 0; ///< of the series, for Highlight
    };

    LogMinimap(models::LogFilter &document, LogView &view, models::Bookmarks &bookmarks, QWidget *parent = nullptr);

    /// Painted in this order: the last ones on top.
    void setLayers(const QList<Layer> &layers);
    /// Marks of a layer as last painted, as shares of the height.
    QList<double> marks(Kind kind) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void refresh();
    void goTo(int y);

    models::LogFilter &m_document;
    LogView &m_view;
    models::Bookmarks &m_bookmarks;
    QList<Layer> m_layers;
    QList<QMetaObject::Connection> m_connections;
    QList<QList<double>> m_marks; // by layer
    QList<double> m_flags;
    QTimer m_refresh;
};

} // namespace views
