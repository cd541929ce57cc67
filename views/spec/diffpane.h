// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/textdiff.h"

#include <QPlainTextEdit>

namespace views {

class YamlColors;

/// One side of a DiffView: the lines of one text with gaps where only the other text has lines. Rows are those of the
/// diff, so that both sides are equally long.
class DiffPane : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Side
    {
        Left,
        Right
    };

    explicit DiffPane(Side side, QWidget *parent = nullptr);

    void setDiff(const models::TextDiff &diff);
    void goToRow(int row);
    int currentRow() const { return textCursor().blockNumber(); }
    void applyTheme();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override; ///< the lines without the gaps

private:
    class Gutter;

    int lineOf(int row) const; ///< -1: a gap
    QColor rowColor(const models::DiffRow &row) const;
    void paintRow(QPainter &painter, const QTextBlock &block, const QRectF &area) const;
    void paintGutter(QPainter &painter, const QRect &clip) const;
    int gutterWidth() const;
    void placeGutter();

    Side m_side;
    models::TextDiff m_diff;
    YamlColors *m_colors;
    Gutter *m_gutter = nullptr;
};

} // namespace views
