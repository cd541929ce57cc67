// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/templateshape.h"

#include <QWidget>

namespace views {

/// A small picture of a spec: its pods as boxes, a request's way, trials as dots. Says nothing that the text beside it
/// does not say, so it is silent for screen readers.
class TemplatePicture : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePicture(const models::TemplateShape &shape, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::TemplateShape m_shape;
};

} // namespace views
