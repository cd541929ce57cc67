// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/spec/textsearch.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace views {

class Label;
class YamlEditor;

/// Search, replace and go to line, in a strip below the editor. What is wrong with a pattern is said beside it.
class SearchBar : public QWidget
{
    Q_OBJECT
public:
    explicit SearchBar(YamlEditor &editor, QWidget *parent = nullptr);

    void openSearch(bool replacing);
    void openGoTo();
    void next(bool forward = true);
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *toggle(const QString &text, const QString &name, const QString &tip);
    void buildSearch();
    void buildReplace();
    void showMode(bool search, bool replacing);
    void patternChanged();
    void tellCount();
    void replaceOne();
    void replaceAll();
    void goToLine();

    YamlEditor &m_editor;
    QWidget *m_searchRow;
    QWidget *m_replaceRow;
    QLineEdit *m_words;
    QLineEdit *m_replacement;
    QPushButton *m_case;
    QPushButton *m_regex;
    Label *m_note;
    bool m_goTo = false;
};

} // namespace views
