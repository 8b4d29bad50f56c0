"""Common surnames. They make a guess sure: „(Schmidt)“ behind a task is a person.

A name as such is no personal data.
"""

from .lists import words

NACHNAMEN = words(
    """
Müller Mueller Schmidt Schmitt Schmitz Schmid Schneider Fischer Weber Meyer Meier Maier Mayer
Wagner Becker Schulz Schulze Schultz Hoffmann Hofmann Schäfer Schaefer Koch Bauer Richter Klein
Wolf Schröder Schroeder Neumann Schwarz Zimmermann Braun Krüger Krueger Hartmann Lange Werner
Krause Lehmann Köhler Koehler Herrmann König Koenig Walter Huber Kaiser Fuchs Peters Lang Scholz
Möller Moeller Weiß Weiss Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler
Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Boehm Winter Kraus Martin
Schumacher Krämer Kraemer Vogt Stein Jäger Jaeger Otto Sommer Groß Gross Seidel Heinrich Brandt
Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Kuehn Pohl Engel Horn Busch Bergmann Thomas Voigt
Sauer Arnold Wolff Pfeiffer Ernst Lindner Hübner Huebner Kramer Franz Beyer Wenzel Barth Jansen
Janssen Janßen Peter Haase Paul Schütz Schütze Seifert Riedel Ebert Kühne Nowak Novak Kowalski
Kaminski Lewandowski Wisniewski Wiśniewski Zielinski Wójcik Wojcik Kowalczyk Mazur Krawczyk
Piotrowski Grabowski Nowakowski Pawlowski Michalski Jankowski Dombrowski Rosenberg Mustermann
Musterfrau Beispielmann Overath Lüdenscheidt Lüders Petersen Hansen Christiansen Jacobsen
Matthiesen Nielsen Thiel Bender Behrens Bachmann Bartsch Binder Blum Böttcher Bock Bode Brinkmann
Brückner Bruns Buchholz Burger Busse Conrad Decker Diehl Dietz Döring Ehlers Eichhorn Eckert
Erdmann Esser Fiedler Fink Freitag Fritsch Fröhlich Funk Gärtner Gebhardt Geiger Geisler Gerlach
Götz Grimm Hagen Hammer Harms Heck Hein Heinze Heller Henkel Hermann Herzog Heß Hess Hesse Hinz
Hirsch Holz Horstmann Jahn Jakob Jost Kern Kessler Keßler Kirchner Klose Kluge Knoll Kohl Kolb
Konrad Körner Kretschmer Kröger Kruse Kurz Küster Langer Lauer Lenz Löffler Lutz Mann Marx Maurer
May Menzel Mertens Merkel Metzger Michel Michels Moser Nagel Naumann Neubauer Noack Nolte Opitz
Oppermann Pape Paulsen Philipp Pieper Pietsch Popp Preuß Probst Raab Rau Reich Reichel Reimann
Reimer Reinhardt Reinhold Reuter Ritter Röder Rohde Römer Rose Rudolph Runge Ruppert Sander
Sandmann Schade Scheffler Schenk Scherer Schiller Schilling Schlüter Schmitz Scholl Schön Schramm
Schreiner Schubert Schumann Schüler Seiler Siebert Siegel Siemens Späth Springer Stahl Stark
Steffen Steffens Steiner Stephan Stock Strauß Straub Sturm Thiele Thomsen Timm Trautmann Ullrich
Ulrich Unger Urban Vetter Voß Voss Wegener Wegner Weigel Weise Wendt Wessel Westphal Wiegand Wilke
Will Wilhelm Wirth Witt Witte Wunderlich Zander Zeller Zimmer Wüllersleben Hellwig Kleinschmidt
Neuhaus Overmann

Yilmaz Yılmaz Kaya Demir Sahin Şahin Celik Çelik Yildiz Yıldız Yildirim Yıldırım Öztürk Oeztürk
Aydin Aydın Özdemir Arslan Dogan Doğan Kilic Kılıç Aslan Cetin Çetin Kara Koc Koç Kurt Özkan
Simsek Şimşek Polat Korkmaz Özcan Cakir Çakır Erdogan Erdoğan Acar Aksoy Aktas Aktaş Akin Akın
Alkan Altun Ates Ateş Avci Avcı Balci Balcı Bayrak Bilgin Bozkurt Bulut Can Ceylan Coskun Coşkun
Demirci Demirel Duman Duran Durmaz Eren Ergün Ertürk Genc Genç Gök Güler Gümüs Gümüş Günes Güneş
Güngör Gürbüz Inan İnan Isik Işık Kahraman Kaplan Karaca Karadag Karadağ Karagöz Karahan Karakaya
Karaman Karatas Karataş Kartal Kaygusuz Keskin Kocak Koçak Köse Kücük Küçük Oguz Oğuz Önal Öner
Özer Özgür Özmen Pinar Sari Sarı Sen Şen Sezer Sönmez Tas Taş Tasci Taşçı Tekin Toprak Tosun Tunc
Tunç Turan Türk Türkmen Ünal Uslu Uysal Uzun Yalcin Yalçın Yavuz Yazici Yazıcı Yüce Yüksel Yücel
Zengin

Al-Ahmad Al-Ali Al-Hassan Al-Hussein Al-Khatib Al-Masri Al-Najjar Al-Omar Al-Sayed Al-Shami
Al-Haddad El-Amin El-Khatib El-Masri El-Sayed Abbas Abdallah Abdulkarim Abdullah Abdi Aboud Abu
Ahmad Ahmadi Ahmadzai Ahmed Akbari Alami Alavi Ali Alizadeh Amini Amiri Asadi Awad Aziz Azizi Bakr
Barakat Barzani Ben-Ali Benali Bouazza Bennani Chahine Darwish Dib Ebrahimi El-Ghazi Fadel
Farahani Fares Farah Farhat Ghanem Ghorbani Haddad Haidari Hakimi Hamad Hamdan Hamidi Hammoud
Hamza Hariri Hashemi Hassan Hassani Hosseini Hussain Hussein Ibrahim Idrissi Ismail Issa Jaber
Jafari Jalali Karim Karimi Kassem Khalaf Khaled Khalil Khan Khatib Khoury Mahmoud Mahdi Mansour
Mansouri Masri Moradi Mohamed Mohammadi Mohammed Mousavi Moussa Mustafa Nasser Nazari Noori Omar
Osman Osmani Othman Qasim Rahimi Rahmani Ramadan Rashid Rezai Rezaei Saad Sadat Saleh Salem Salim
Salman Samadi Sayed Shah Shahin Sharifi Sleiman Soleimani Stanikzai Suleiman Taleb Tehrani Wardak
Yousef Youssef Yusufzai Zadeh Zaman Zidan

Bondarenko Boiko Bojko Honcharenko Hrytsenko Kovalenko Kovalchuk Kowaltschuk Kolesnyk Koval
Kravchenko Krawtschenko Kuznetsov Kusnezow Lysenko Lytvynenko Marchenko Melnyk Moroz Olijnyk
Oliynyk Ivanova Ivanov Iwanow Iwanowa Petrenko Petrov Petrova Polischuk Ponomarenko Popov Popova
Rudenko Savchenko Schewtschenko Shevchenko Sydorenko Tkachenko Tkachuk Tymoshenko Wasylenko
Zaitsev

Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa
Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara
Galli Martini Papadopoulos Papadopoulou Georgiou Dimitriou Ioannidis Karagiannis Nikolaidis
Vasileiou Oikonomou Konstantinidis Makris Pappas Antoniou Papageorgiou Alexiou Karras

Tesfay Tekle Ghebremedhin Gebremedhin Gebreselassie Habte Habtemariam Kidane Mehari Tesfamariam
Woldemichael Weldegebriel Yohannes Berhane Abraha Haile Hailu Tadesse Kebede Bekele Alemu Diallo
Traoré Traore Diop Ndiaye Camara Keita Touré Toure Konaté Konate Bah Barry Sow Coulibaly Okafor
Okonkwo Adeyemi Eze Mensah Owusu Boateng Asante Osei Addo Appiah Nkrumah Nkosi Banda

García Garcia González Gonzalez Rodríguez Rodriguez Fernández Fernandez López Lopez Martínez
Martinez Sánchez Sanchez Pérez Perez Gómez Gomez Díaz Diaz Moreno Muñoz Álvarez Alvarez Romero
Navarro Torres Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Gomes Lopes
Almeida Ribeiro Popescu Ionescu Popa Dumitrescu Stan Stoica Radu Georgescu

Petrović Petrovic Jovanović Jovanovic Nikolić Nikolic Marković Markovic Đorđević Djordjevic
Stojanović Stojanovic Ilić Ilic Kovačević Kovacevic Horvat Babić Babic Hodžić Hodzic Begić Begic
Krasniqi Gashi Berisha Hoxha Shala Rexhepi Kelmendi Bytyqi Morina Osmani Hasani

Nguyen Nguyễn Tran Trần Pham Phạm Hoang Huynh Vu Vo Dang Bui Singh Kumar Sharma Patel Gupta Rao
Sivanesan Selvarajah Wang Zhang Chen Liu Yang Huang Kim Park Choi Tanaka Suzuki Sato Yamamoto
"""
)

AUCH_WORT = words(
    """
Abdi Abu Arnold Bauer Beck Berger Binder Blum Bock Bode Braun Bruno Bulut Burger Busch Busse
Henkel Conrad Overath Ramadan Rossmann Brandenburg Oldenburg Bremer Berliner Hamburger Can Colombo
Costa Decker Diaz Dib Duman Eichhorn Engel Ernst Esser Farah Fink Fischer Frank Franz Freitag
Friedrich Fuchs Funk Gallo Gärtner Geiger Graf Greco Grimm Groß Gross Günther Haas Hagen Hahn
Hammer Heck Hein Heinrich Heller Hermann Herzog Hess Hesse Hirsch Holz Horn Jäger Jakob Jahn Jung
Kaiser Kaplan Keller Kern Khan Kim Klein Kluge Koch Kohl Kolb König Konrad Kurt Kurz Küster Lang
Lange Langer Ludwig Lutz Mann Martin Marx May Merkel Michel Nagel Neuhaus Otto Park Paul Peter
Peters Philipp Popp Probst Rao Rau Reich Reuter Richter Ritter Römer Rose Roth Russo Salem Salman
Sander Sari Sauer Schade Schenk Scherer Schiller Schilling Schneider Scholl Schön Schreiber
Schreiner Schüler Schumann Schuster Schütz Schütze Schwarz Seiler Sen Shah Siegel Siemens Silva
Simon Singh Sommer Sow Springer Stahl Stan Stark Stein Stephan Stock Straub Strauß Sturm Thomas
Tosun Türk Türkmen Ulrich Unger Urban Vetter Vo Vogel Vu Walter Weise Weiß Werner Wilhelm Will
Winter Wirth Witt Wolf Yang Zimmer Zimmermann Zaman Kara Koc Kurt Polat Inan Sen Stan Bah Barry
Eze Banda Chen Liu Wang Sato
"""
)
"""Surnames that are also words or places: they count only where a name is expected."""
