// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/convert/conversion.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace views {

class ConvertPage;
class Label;
class YamlEditor;

/// One line above the editor while its text is of a kind that can be written as another one: "PyTorchJob can be written
/// as a TrainJob. Convert…". Puts the page that shows the conversion into the stack and the accepted result into the
/// editor as one step that can be undone. The editor and the stack must outlive it.
class OfferStrip : public QWidget
{
    Q_OBJECT
public:
    /// `studio` is the page of the stack that holds the editor.
    OfferStrip(YamlEditor &editor, QStackedWidget &stack, int studio, QWidget *parent = nullptr);

private:
    void consider();
    void take(const QList<models::ConversionOffer> &offers);
    void refresh();
    void open();

    YamlEditor &m_editor;
    QStackedWidget &m_stack;
    int m_studio;
    ConvertPage *m_page;
    Label *m_sentence;
    QPushButton *m_convert;
    QPushButton *m_close;
    QTimer m_delay;
    QList<models::ConversionOffer> m_offers, m_declined;
    int m_generation = 0;
};

} // namespace views
