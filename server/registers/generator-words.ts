/** Common names, so that searches and forms meet realistic spelling: oʻ, gʻ, sh, ch, x and h. */
export const maleNames = ['Abdulla', 'Akbar', 'Alisher', 'Anvar', 'Aziz', 'Bahodir', 'Baxtiyor', 'Bekzod', 'Botir', 'Davron', 'Doniyor', 'Elyor', 'Farhod', 'Gʻayrat', 'Hamid', 'Hasan', 'Husan', 'Ibrohim', 'Ilhom', 'Islom', 'Jahongir', 'Jamshid', 'Kamol', 'Karim', 'Laziz', 'Maʼruf', 'Mirzo', 'Murod', 'Nodir', 'Oʻktam', 'Oʻtkir', 'Otabek', 'Ravshan', 'Rustam', 'Sanjar', 'Sardor', 'Shavkat', 'Sherzod', 'Sobir', 'Temur', 'Ulugʻbek', 'Umid', 'Xurshid', 'Yoʻldosh', 'Yusuf', 'Zafar'] as const;

export const femaleNames = ['Adolat', 'Barno', 'Charos', 'Dildora', 'Dilfuza', 'Dilnoza', 'Feruza', 'Gavhar', 'Gulchehra', 'Gulnora', 'Hilola', 'Iroda', 'Kamola', 'Lola', 'Madina', 'Malika', 'Mavluda', 'Mohira', 'Munisa', 'Muqaddas', 'Nafisa', 'Nargiza', 'Nigora', 'Nilufar', 'Nodira', 'Oʻgʻiloy', 'Oydin', 'Ozoda', 'Rayhona', 'Robiya', 'Saida', 'Sevara', 'Shahlo', 'Shahnoza', 'Sitora', 'Umida', 'Xurshida', 'Yulduz', 'Zarina', 'Zebo', 'Ziyoda', 'Zuhra'] as const;

export const surnames = ['Abdullayev', 'Abduraxmonov', 'Ahmedov', 'Aliyev', 'Azimov', 'Boboyev', 'Ergashev', 'Eshonqulov', 'Fayziyev', 'Gʻaniyev', 'Gʻulomov', 'Hamidov', 'Hasanov', 'Ibragimov', 'Ismoilov', 'Jalolov', 'Joʻrayev', 'Karimov', 'Komilov', 'Mahmudov', 'Mirzayev', 'Nazarov', 'Nosirov', 'Normatov', 'Oʻrinov', 'Olimov', 'Orifov', 'Qodirov', 'Qoʻchqorov', 'Rahimov', 'Rasulov', 'Roʻziyev', 'Saidov', 'Salimov', 'Sattorov', 'Shodiyev', 'Sobirov', 'Sultonov', 'Toʻrayev', 'Toshpoʻlatov', 'Umarov', 'Usmonov', 'Valiyev', 'Xoʻjayev', 'Xolmatov', 'Yoʻldoshev', 'Yusupov', 'Zokirov'] as const;

export const streets = ['Alisher Navoiy', 'Amir Temur', 'Bobur', 'Boʻstonliq', 'Chorsu', 'Doʻstlik', 'Furqat', 'Gulzor', 'Guliston', 'Hamid Olimjon', 'Ibn Sino', 'Istiqlol', 'Kichik halqa yoʻli', 'Lolazor', 'Mustaqillik', 'Navbahor', 'Navroʻz', 'Oʻzbekiston', 'Oltin vodiy', 'Paxtakor', 'Qoʻshbegi', 'Sogʻbon', 'Shota Rustaveli', 'Tinchlik', 'Ulugʻbek', 'Uzumzor', 'Yangi hayot', 'Yangiobod', 'Zulfiya'] as const;

export const companyFirst = ['Sinov', 'Namuna', 'Misol', 'Andoza', 'Oʻrnak', 'Tajriba', 'Ibrat', 'Model'] as const;
export const companySecond = ['Savdo', 'Qurilish', 'Servis', 'Agro', 'Tekstil', 'Trans', 'Farm', 'Invest', 'Med', 'Tur', 'Metall', 'Sanoat'] as const;

/** Classes of the activity classifier (OKED), which follows NACE Rev. 2. */
export const activityCodes = ['01110', '10710', '13100', '14130', '25110', '41200', '45200', '46390', '47110', '49410', '55100', '56100', '62010', '68200', '79110', '85590', '86230', '96020'] as const;

export const vehicles = [['Chevrolet', 'Cobalt'], ['Chevrolet', 'Spark'], ['Chevrolet', 'Gentra'], ['Chevrolet', 'Damas'], ['Chevrolet', 'Onix'], ['Chevrolet', 'Tracker'], ['Kia', 'K5'], ['BYD', 'Song Plus']] as const;
