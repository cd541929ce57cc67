// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/owntemplates.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace views {

class Card;
class Label;
class NoticeBar;

/// All templates as cards with a small picture each, in groups by purpose; the user's own come first. The number of
/// columns follows the width, a search narrows the choice.
class TemplateGallery : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateGallery(QWidget *parent = nullptr);
    explicit TemplateGallery(models::OwnTemplates own, QWidget *parent = nullptr);

    /// The text of a template that is shown.
    QString textOf(const QString &id) const;
    /// Where the text comes from that "Save as template" saves; without one it is not offered.
    void setCurrentText(std::function<QString()> text);

signals:
    void chosen(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        models::SpecTemplate spec;
        QString words; ///< what the search looks at, folded
        Card *card = nullptr;
    };
    struct Section
    {
        QString group;
        QWidget *box = nullptr;
        QGridLayout *grid = nullptr;
    };

    QWidget *makeHead();
    QWidget *makeSaveRow();
    void makeSections();
    Card *makeCard(const models::SpecTemplate &spec);
    void addOwnVerbs(Card *card, const models::SpecTemplate &spec);
    void reload(); ///< the user's own templates may have changed
    void arrange();
    void chooseFirst();
    void save();
    void importFile();
    void exportFile(const models::SpecTemplate &spec);
    void askToDelete(const models::SpecTemplate &spec);

    models::OwnTemplates m_own;
    std::function<QString()> m_currentText;
    QList<Entry> m_entries;
    QList<Section> m_sections;
    QLineEdit *m_search = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_save = nullptr;
    QWidget *m_saveRow = nullptr;
    NoticeBar *m_notice = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_list = nullptr;
    Label *m_nothing = nullptr;
    int m_columns = 0;
};

} // namespace views
